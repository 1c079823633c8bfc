package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import java.time.Instant;

/**
 * Somebody moved the head branch, as the code host recorded it.
 *
 * @param pusher who did
 * @param after where the branch stood afterwards
 * @param at the code host's time
 * @param kind what it did to what stood there before
 */
public record PushFacts(Account pusher, CommitId after, Instant at, Kind kind) {
    /** What a push did to what stood there before. */
    public enum Kind {
        /** It stays in the history. */
        ADDED,
        /** It was replaced: what others had pushed may go on in new commits under other names. */
        REWROTE,
        /** Nothing stood there: the branch is new, or an old name was used again for something else. */
        BEGAN
    }
}
