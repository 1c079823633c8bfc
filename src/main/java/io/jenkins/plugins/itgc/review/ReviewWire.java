package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.review.facts.Landing;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.Map;

/** Turns what the review gate knows into what the ledger keeps, and back. */
public final class ReviewWire {
    private ReviewWire() {}

    /**
     * A ruling of this gate as the ledger keeps it.
     *
     * @param service what is deployed; null when that is not said
     * @param grounds hashes of what a pass rests on
     */
    public static RulingEvent.Review event(
            Gate.Judgement<ReviewEvidence> judgement,
            ReviewPolicy policy,
            String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Review(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(
                        ruling, service, ReviewPolicyWire.policy(policy), evidence(judgement.evidence()), grounds));
    }

    static ReviewBody.Evidence evidence(ReviewEvidence value) {
        return value == null
                ? null
                : new ReviewBody.Evidence(
                        ChangeBody.of(value.change()),
                        subject(value.subject()),
                        value.pullRequests().stream()
                                .map(ReviewWire::pullRequest)
                                .toList(),
                        CommitBody.of(value.baseline()),
                        value.landings().stream().map(ReviewWire::landing).toList());
    }

    public static ReviewEvidence evidence(ReviewBody.Evidence value) {
        return value == null
                ? null
                : new ReviewEvidence(
                        value.change() == null ? null : value.change().value(),
                        subject(value.subject()),
                        value.pullRequests().stream()
                                .map(ReviewWire::pullRequest)
                                .toList(),
                        value.baseline() == null ? null : value.baseline().value(),
                        value.landings().stream().map(ReviewWire::landing).toList());
    }

    static ReviewBody.Subject subject(ReviewEvidence.Subject value) {
        return value == null ? null : ReviewBody.Subject.valueOf(value.name());
    }

    static ReviewEvidence.Subject subject(ReviewBody.Subject value) {
        return value == null ? null : ReviewEvidence.Subject.valueOf(value.name());
    }

    static ReviewBody.PullRequest pullRequest(PullRequestEvidence value) {
        return value == null
                ? null
                : new ReviewBody.PullRequest(
                        PullRequestWire.facts(value.facts()),
                        value.tickets().stream().map(TicketWire::ticket).toList());
    }

    static PullRequestEvidence pullRequest(ReviewBody.PullRequest value) {
        return value == null
                ? null
                : new PullRequestEvidence(
                        PullRequestWire.facts(value.facts()),
                        value.tickets().stream().map(TicketWire::ticket).toList());
    }

    static ReviewBody.Landing landing(Landing value) {
        return value == null
                ? null
                : new ReviewBody.Landing(
                        CommitBody.of(value.onto()),
                        value.commits().stream().map(CommitBody::of).toList(),
                        value.pullRequest(),
                        PullRequestWire.merge(value.merge()));
    }

    static Landing landing(ReviewBody.Landing value) {
        return value == null
                ? null
                : new Landing(
                        value.onto() == null ? null : value.onto().value(),
                        value.commits().stream().map(CommitBody::value).toList(),
                        value.pullRequest(),
                        PullRequestWire.merge(value.merge()));
    }
}
