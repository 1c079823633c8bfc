package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Finding;
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
        this.contributors = Contributors.of(facts);
        this.baseSince = facts.baseChanges().stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        this.ticketNamedAt = new TicketNaming(new TicketReferences(policy.ticket())).since(facts);
    }

    public static List<Approval> of(PullRequestFacts facts, ReviewPolicy policy) {
        Approvals judge = new Approvals(facts, policy);
        List<Approval> all = new ArrayList<>();
        LatestReviews.of(facts).stream()
                .filter(review -> review.state() == ReviewFacts.State.APPROVED)
                .map(judge::byReview)
                .forEach(all::add);
        if (!policy.approvalLabel().isEmpty()) {
            LabelHistory.of(facts).standing(policy.approvalLabel()).map(judge::byLabel).ifPresent(all::add);
        }
        return all;
    }

    private Approval byReview(ReviewFacts review) {
        Optional<Finding> objection = objectionTo(review.reviewer(), review.reviewerMayPush(), review.link())
                .or(() -> notCovering(review))
                .or(() -> beforeBase(review.reviewer(), review.submittedAt(), review.link()))
                .or(() -> beforeTicket(review.reviewer(), review.submittedAt(), review.link()));
        String on = review.commit() == null ? "a lost commit" : review.commit().abbreviated();
        return new Approval(review.reviewer(), "approved on " + on, objection.orElse(null));
    }

    private Approval byLabel(LabelEvent label) {
        boolean mayPush = facts.mayPush().getOrDefault(label.actor().key(), false);
        Optional<Finding> objection = objectionTo(label.actor(), mayPush, facts.link())
                .or(() -> labelChanged(label))
                .or(() -> labelledBeforePush(label))
                .or(() -> beforeBase(label.actor(), label.at(), facts.link()))
                .or(() -> beforeTicket(label.actor(), label.at(), facts.link()));
        return new Approval(label.actor(), "labelled " + label.label(), objection.orElse(null));
    }

    private Optional<Finding> objectionTo(Account by, boolean mayPush, String link) {
        if (!by.human()) {
            String what = by.login() + " is not a person, so the approval does not count.";
            return Optional.of(objection("review.not-human", what, link, "Ask a person to review."));
        }
        Optional<String> part = contributors.partOf(by);
        if (part.isPresent()) {
            String what = by.login() + " approved, but " + part.get() + ".";
            return Optional.of(objection(
                    "review.contributor-approval", what, link, "Ask somebody who had no hand in this code."));
        }
        if (!mayPush) {
            String what = by.login() + " approved, but has no write permission.";
            return Optional.of(objection(
                    "review.no-write-permission", what, link, "Ask somebody with write permission to review."));
        }
        return Optional.empty();
    }

    private Optional<Finding> notCovering(ReviewFacts review) {
        if (coverage.covers(review)) {
            return Optional.empty();
        }
        String on = review.commit() == null ? "a commit that is gone" : review.commit().abbreviated();
        String what = review.reviewer().login() + " approved " + on + ", but the code is now "
                + facts.head().abbreviated() + ".";
        return Optional.of(objection(
                "review.stale-approval", what, review.link(), "Ask " + review.reviewer().login() + " to look again."));
    }

    /** The code host shows a label by the name it has now: another label may have been given this name afterwards. */
    private Optional<Finding> labelChanged(LabelEvent label) {
        if (label.labelChangedAt() != null && !label.labelChangedAt().isAfter(label.at())) {
            return Optional.empty();
        }
        String what = label.actor().login() + " put a label on that was changed since, or that cannot be told, so it may"
                + " not have been " + label.label() + " then.";
        return Optional.of(objection(
                "review.label-changed", what, facts.link(), "Take the label off, look again, and put it back on."));
    }

    /** Only the code host's own clock is compared: the push that made the head against the label. */
    private Optional<Finding> labelledBeforePush(LabelEvent label) {
        boolean after = facts.headPush()
                .map(push -> label.at().isAfter(push.at()))
                .orElse(false);
        if (after) {
            return Optional.empty();
        }
        String what = label.actor().login() + " put the label " + label.label() + " on before "
                + facts.head().abbreviated() + " was pushed, or that cannot be told.";
        return Optional.of(objection(
                "review.stale-label", what, facts.link(), "Take the label off, look again, and put it back on."));
    }

    /** Against another base the same head shows fewer changes: who approved that has not seen the rest. */
    private Optional<Finding> beforeBase(Account by, Instant at, String link) {
        if (at.isAfter(baseSince)) {
            return Optional.empty();
        }
        String what = by.login() + " approved before the pull request was sent to " + facts.baseBranch() + " as it is.";
        String next = "Ask " + by.login() + " to look at all that it changes there, and to approve once more.";
        return Optional.of(objection("review.base-changed", what, link, next));
    }

    private Optional<Finding> beforeTicket(Account by, Instant at, String link) {
        if (at.isAfter(ticketNamedAt)) {
            return Optional.empty();
        }
        String what = by.login() + " approved before the description named the ticket that it names now.";
        return Optional.of(
                objection("review.ticket-changed", what, link, "Ask " + by.login() + " to approve once more."));
    }

    private Finding objection(String code, String what, String link, String next) {
        return new Finding(code, what, facts.name(), link, next);
    }
}
