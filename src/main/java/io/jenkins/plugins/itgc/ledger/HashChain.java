package io.jenkins.plugins.itgc.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Links each entry to the one before, so that none can be changed, removed, inserted or reordered unseen. */
final class HashChain {
    /** What the first entry links to. */
    static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    static Entry link(long sequence, String previous, Instant at, LedgerWriter.Sealed sealed) {
        Draft draft = sealed.draft();
        Entry open = new Entry(
                sequence,
                at,
                draft.kind(),
                draft.subject(),
                draft.actor(),
                sealed.body(),
                previous,
                "");
        return new Entry(
                sequence, at, open.kind(), open.subject(), open.actor(), open.body(), previous, hash(open));
    }

    /** What is wrong with an entry that should follow another. */
    static Optional<Verification.Fault> fault(Entry entry, long sequence, String previous) {
        if (entry.sequence() != sequence) {
            return fault(sequence, "Entry " + sequence + " is missing; entry " + entry.sequence() + " follows.");
        }
        if (!entry.previous().equals(previous)) {
            return fault(sequence, "Entry " + sequence + " does not follow the entry before it.");
        }
        if (!entry.hash().equals(hash(entry))) {
            return fault(sequence, "Entry " + sequence + " was changed after it was written.");
        }
        return Optional.empty();
    }

    private static Optional<Verification.Fault> fault(long sequence, String what) {
        return Optional.of(new Verification.Fault(sequence, what));
    }

    private static String hash(Entry entry) {
        String canonical = CanonicalJson.of(Map.of(
                "sequence", entry.sequence(),
                "at", entry.at().toString(),
                "kind", entry.kind(),
                "subject", entry.subject(),
                "actor", entry.actor(),
                "body", entry.body(),
                "previous", entry.previous()));
        return sha256(canonical);
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
