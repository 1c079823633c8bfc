package io.jenkins.plugins.itgc.ledger;

import java.time.Instant;

/**
 * One entry of the ledger.
 *
 * @param sequence 1 for the first, without gaps
 * @param at when it was appended, UTC, by the controller's clock; for people, never compared for trust
 * @param kind what happened, such as {@code review.decided}
 * @param subject what it happened to
 * @param actor who or what caused it
 * @param body canonical JSON (RFC 8785)
 * @param previous hash of the entry before; {@link HashChain#GENESIS} for the first
 * @param hash SHA-256 over everything above
 */
public record Entry(
        long sequence,
        Instant at,
        String kind,
        String subject,
        String actor,
        String body,
        String previous,
        String hash) {
    /** The name by which evidence is referred to from elsewhere. */
    public String evidenceId() {
        return sequence + ":" + hash;
    }
}
