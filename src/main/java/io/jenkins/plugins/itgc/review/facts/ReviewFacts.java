package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review of a pull request.
 *
 * @param reviewer who gave it
 * @param state what it says now
 * @param commit the head it was given for; null when that commit is gone
 * @param tree the tree of that commit; null when that commit is gone
 * @param reviewerMayPush whether the reviewer has write permission
 * @param submittedAt the code host's time of submission
 * @param link its address
 * @param dismissal how it was dismissed; null unless it was
 */
public record ReviewFacts(
        Account reviewer,
        State state,
        @Nullable CommitId commit,
        @Nullable TreeId tree,
        boolean reviewerMayPush,
        Instant submittedAt,
        String link,
        @Nullable Dismissal dismissal) {
    /**
     * Somebody took the weight off a review.
     *
     * @param by who dismissed it
     * @param was what it said before
     */
    public record Dismissal(Account by, State was) {}

    /** What a review says. */
    public enum State {
        /** The change may go. */
        APPROVED,
        /** The change must be changed first. */
        CHANGES_REQUESTED,
        /** No opinion. */
        COMMENTED,
        /** An opinion whose weight somebody took off. */
        DISMISSED,
        /** Begun and not submitted. */
        PENDING
    }

    /** Whether it is an opinion that replaces an earlier one of the same person. */
    public boolean opinion() {
        return state == State.APPROVED || state == State.CHANGES_REQUESTED || state == State.DISMISSED;
    }
}
