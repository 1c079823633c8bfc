package io.jenkins.plugins.itgc.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param sequence 1 for the first, without gaps
 * @param at when it was appended, UTC, by the controller's clock; for people, never compared for trust
 * @param kind what happened, such as {@code review.decided}
 * @param subject what it happened to
 * @param actor who or what caused it
 * @param body canonical JSON (RFC 8785); empty when it was moved to an archive
 * @param bodyHash SHA-256 of the body, by which it can be left out; null in entries of the first formula
 * @param previous hash of the entry before; {@link HashChain#GENESIS} for the first
 * @param hash SHA-256 over everything above: over the hash of the body, or in the first formula over the body itself
 */
public record Entry(
        long sequence,
        Instant at,
        String kind,
        String subject,
        String actor,
        String body,
        @Nullable String bodyHash,
        String previous,
        String hash) {
    /** An entry of the first formula. */
    public Entry(
            long sequence,
            Instant at,
            String kind,
            String subject,
            String actor,
            String body,
            String previous,
            String hash) {
        this(sequence, at, kind, subject, actor, body, null, previous, hash);
    }

    /** Whether the body is not here but in an archive. */
    public boolean archived() {
        return bodyHash != null && body.isEmpty();
    }

    /** The name by which evidence is referred to from elsewhere. */
    public String evidenceId() {
        return sequence + ":" + hash;
    }
}
