package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Contributors;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at every approval of a pull request, by review or by label, and says which count and why the others do not. */
public final class Approvals {
    private final PullRequestFacts facts;
    private final Coverage coverage;
    private final Contributors contributors;
    private final Instant ticketNamedAt;
    private final Instant baseSince;

    private Approvals(PullRequestFacts facts, ReviewPolicy policy) {
        this.facts = facts;
        this.coverage = Coverage.of(facts);
        this.contributors = Contributions.of(facts);
        this.baseSince =
                facts.baseChanges().stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        this.ticketNamedAt = new TicketNaming(new TicketReferences(policy.ticket())).since(facts);
    }

    /**
     * All approvals: the latest opinion of each reviewer where it approves, then the label if it is on. Those that do
     * not count are in it too, each with its objection.
     */
    public static List<Approval> of(PullRequestFacts facts, ReviewPolicy policy) {
        Approvals judge = new Approvals(facts, policy);
        List<Approval> all = new ArrayList<>();
        LatestReviews.of(facts).stream()
                .filter(review -> review.state() == ReviewFacts.State.APPROVED)
                .map(judge::byReview)
                .forEach(all::add);
        if (!policy.approvalLabel().isEmpty()) {
            LabelHistory.of(facts)
                    .standing(policy.approvalLabel())
                    .map(judge::byLabel)
                    .ifPresent(all::add);
        }
        return all;
    }

    private Approval byReview(ReviewFacts review) {
        Optional<Finding> objection = objectionTo(review.reviewer(), review.reviewerMayPush(), review.link())
                .or(() -> notCovering(review))
                .or(() -> beforeBase(review.reviewer(), review.submittedAt(), review.link()))
                .or(() -> beforeTicket(review.reviewer(), review.submittedAt(), review.link()));
        Message how = review.commit() == null
                ? Message.of("review.part.approved-lost", review.reviewer().login())
                : Message.of(
                        "review.part.approved",
                        review.reviewer().login(),
                        review.commit().abbreviated());
        return new Approval(review.reviewer(), how, objection.orElse(null));
    }

    private Approval byLabel(LabelEvent label) {
        boolean mayPush = facts.mayPush().getOrDefault(label.actor().key(), false);
        Optional<Finding> objection = objectionTo(label.actor(), mayPush, facts.link())
                .or(() -> labelChanged(label))
                .or(() -> labelledBeforePush(label))
                .or(() -> beforeBase(label.actor(), label.at(), facts.link()))
                .or(() -> beforeTicket(label.actor(), label.at(), facts.link()));
        Message how = Message.of("review.part.labelled", label.actor().login(), label.label());
        return new Approval(label.actor(), how, objection.orElse(null));
    }

    private Optional<Finding> objectionTo(Account by, boolean mayPush, String link) {
        if (!by.human()) {
            return Optional.of(objection("review.not-human", link, by.login()));
        }
        Optional<Message> part = contributors.partOf(by.login());
        if (part.isPresent()) {
            return Optional.of(objection("review.contributor-approval", link, by.login(), part.get()));
        }
        if (!mayPush) {
            return Optional.of(objection("review.no-write-permission", link, by.login()));
        }
        return Optional.empty();
    }

    private Optional<Finding> notCovering(ReviewFacts review) {
        if (coverage.covers(review)) {
            return Optional.empty();
        }
        Message on = review.commit() == null
                ? Message.of("review.part.lost-commit")
                : Message.text(review.commit().abbreviated());
        return Optional.of(objection(
                "review.stale-approval",
                review.link(),
                review.reviewer().login(),
                on,
                facts.head().abbreviated()));
    }

    /** The code host shows a label by the name it has now: another label may have been given this name afterwards. */
    private Optional<Finding> labelChanged(LabelEvent label) {
        if (label.labelChangedAt() != null && !label.labelChangedAt().isAfter(label.at())) {
            return Optional.empty();
        }
        return Optional.of(
                objection("review.label-changed", facts.link(), label.actor().login(), label.label()));
    }

    /** Only the code host's own clock is compared: the push that made the head against the label. */
    private Optional<Finding> labelledBeforePush(LabelEvent label) {
        boolean after =
                facts.headPush().map(push -> label.at().isAfter(push.at())).orElse(false);
        if (after) {
            return Optional.empty();
        }
        return Optional.of(objection(
                "review.stale-label",
                facts.link(),
                label.actor().login(),
                label.label(),
                facts.head().abbreviated()));
    }

    /** Against another base the same head shows fewer changes: who approved that has not seen the rest. */
    private Optional<Finding> beforeBase(Account by, Instant at, String link) {
        return at.isAfter(baseSince)
                ? Optional.empty()
                : Optional.of(objection("review.base-changed", link, by.login(), facts.baseBranch()));
    }

    private Optional<Finding> beforeTicket(Account by, Instant at, String link) {
        return at.isAfter(ticketNamedAt)
                ? Optional.empty()
                : Optional.of(objection("review.ticket-changed", link, by.login()));
    }

    private Finding objection(String code, String link, Object... arguments) {
        return Finding.of(code, facts.name(), link, arguments);
    }
}
