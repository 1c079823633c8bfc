package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
            @Nullable String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Review(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(
                        ruling,
                        service,
                        ReviewPolicyWire.policy(policy),
                        Known.map(judgement.evidence(), ReviewWire::evidence),
                        grounds));
    }

    static ReviewBody.Evidence evidence(ReviewEvidence value) {
        return new ReviewBody.Evidence(
                ChangeBody.of(value.change()),
                subject(value.change().subject()),
                value.pullRequests().stream().map(ReviewWire::pullRequest).toList(),
                Known.map(value.baseline(), CommitBody::of),
                value.included().stream().map(ReviewWire::included).toList());
    }

    /**
     * Evidence as it was judged, out of the ledger.
     *
     * @throws IllegalArgumentException when a part is not what its name says
     */
    public static ReviewEvidence evidence(ReviewBody.Evidence value) {
        return new ReviewEvidence(
                value.change().value().as(subject(value.subject())),
                value.pullRequests().stream().map(ReviewWire::pullRequest).toList(),
                Known.map(value.baseline(), CommitBody::value),
                value.landings().stream().map(ReviewWire::included).toList());
    }

    static ReviewBody.Subject subject(Change.Subject value) {
        return ReviewBody.Subject.valueOf(value.name());
    }

    static Change.Subject subject(ReviewBody.Subject value) {
        return Change.Subject.valueOf(value.name());
    }

    static ReviewBody.PullRequest pullRequest(PullRequestEvidence value) {
        return new ReviewBody.PullRequest(
                PullRequestWire.facts(value.facts()),
                value.tickets().stream().map(TicketWire::ticket).toList());
    }

    static PullRequestEvidence pullRequest(ReviewBody.PullRequest value) {
        return new PullRequestEvidence(
                PullRequestWire.facts(value.facts()),
                value.tickets().stream().map(TicketWire::ticket).toList());
    }

    static ReviewBody.Landing included(IncludedChange value) {
        return new ReviewBody.Landing(
                Known.map(value.onto(), CommitBody::of),
                value.commits().stream().map(CommitBody::of).toList(),
                value.pullRequest(),
                Known.map(value.merge(), PullRequestWire::merge));
    }

    static IncludedChange included(ReviewBody.Landing value) {
        return new IncludedChange(
                Known.map(value.onto(), CommitBody::value),
                value.commits().stream().map(CommitBody::value).toList(),
                value.pullRequest(),
                Known.map(value.merge(), PullRequestWire::merge));
    }
}
