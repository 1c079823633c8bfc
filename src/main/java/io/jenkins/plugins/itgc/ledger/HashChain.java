package io.jenkins.plugins.itgc.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Links each entry to the one before, so that none can be changed, removed, inserted or reordered unseen. There are two
 * formulas. The first hashes the body with the rest; entries written by it keep it. The second hashes the body's hash in
 * its place, so that a body can move to an archive and the chain still holds.
 */
public final class HashChain {
    /** What the first entry links to. */
    public static final String GENESIS = "0".repeat(64);

    private HashChain() {}

    /**
     * The entry that follows another, with its hash.
     *
     * @param sequence its number; the first entry has 1
     * @param previous hash of the entry before; {@link #GENESIS} for the first
     * @param at when it is written, by the controller's clock
     * @param sealed what it says
     */
    public static Entry link(long sequence, String previous, Instant at, SealedDraft sealed) {
        Draft draft = sealed.draft();
        Entry open = new Entry(
                sequence,
                at,
                draft.kind(),
                draft.subject(),
                draft.actor(),
                sealed.body(),
                sealed.bodyHash(),
                previous,
                "");
        return new Entry(
                sequence,
                at,
                open.kind(),
                open.subject(),
                open.actor(),
                open.body(),
                open.bodyHash(),
                previous,
                sha256(hashedText(open)));
    }

    /** What is wrong with an entry that should follow another. */
    public static Optional<Verification.Fault> fault(Entry entry, long sequence, String previous) {
        if (entry.sequence() > sequence) {
            return fault(sequence, "Entry " + sequence + " is missing; entry " + entry.sequence() + " follows.");
        }
        if (entry.sequence() < sequence) {
            return fault(
                    sequence,
                    "Where entry " + sequence + " should be stands one with the number " + entry.sequence()
                            + ": it was inserted or moved.");
        }
        if (!entry.previous().equals(previous)) {
            return fault(sequence, "Entry " + sequence + " does not follow the entry before it.");
        }
        if (!sound(entry)) {
            return fault(sequence, "Entry " + sequence + " was changed after it was written.");
        }
        return Optional.empty();
    }

    /** Whether an entry is in itself what its hash says, wherever it stands. */
    public static boolean sound(Entry entry) {
        return entry.hash().equals(sha256(hashedText(entry))) && !bodyChanged(entry);
    }

    private static boolean bodyChanged(Entry entry) {
        return entry.bodyHash() != null
                && !entry.archived()
                && !entry.bodyHash().equals(sha256(entry.body()));
    }

    private static Optional<Verification.Fault> fault(long sequence, String what) {
        return Optional.of(new Verification.Fault(sequence, what));
    }

    /** The text whose SHA-256 is the entry's hash: canonical JSON of all but the hash itself. */
    public static String hashedText(Entry entry) {
        StringBuilder text =
                new StringBuilder(384 + (entry.bodyHash() == null ? entry.body().length() : 0));
        member("{\"actor\":", entry.actor(), text);
        member(",\"at\":", entry.at().toString(), text);
        if (entry.bodyHash() == null) {
            member(",\"body\":", entry.body(), text);
        } else {
            member(",\"bodySha256\":", entry.bodyHash(), text);
        }
        member(",\"kind\":", entry.kind(), text);
        member(",\"previous\":", entry.previous(), text);
        text.append(",\"sequence\":").append(entry.sequence());
        member(",\"subject\":", entry.subject(), text);
        return text.append('}').toString();
    }

    private static void member(String name, String value, StringBuilder text) {
        CanonicalText.quote(value, text.append(name));
    }

    /** SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
