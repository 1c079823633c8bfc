package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import java.time.Instant;

/**
 * Somebody moved the head branch, as the code host recorded it.
 *
 * @param pusher who did
 * @param after where the branch stood afterwards
 * @param at the code host's time
 */
public record PushFacts(Account pusher, CommitId after, Instant at) {}
