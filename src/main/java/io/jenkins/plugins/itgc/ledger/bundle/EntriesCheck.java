package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.attest.Attestation;
import io.jenkins.plugins.itgc.ledger.attest.Envelope;
import io.jenkins.plugins.itgc.ledger.attest.Statement;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import io.jenkins.plugins.itgc.ledger.store.ChainWalk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Goes along a bundle's entries, and along the statements about them. */
final class EntriesCheck {
    private final Bundle bundle;
    private final List<VerifyingKey> keys;
    private final Map<String, String> hashes;
    private final ChainWalk walk;
    private int statements;
    private @Nullable String wrongStatement;

    EntriesCheck(
            Bundle bundle, NavigableMap<Long, String> signed, List<VerifyingKey> keys, Map<String, String> hashes) {
        this.bundle = bundle;
        this.keys = keys;
        this.hashes = hashes;
        this.walk = new ChainWalk(signed);
    }

    Verification check(List<String> problems) throws IOException {
        try (Lines entries = new Lines(bundle.open(BundleFiles.ENTRIES));
                Lines attestations = new Lines(bundle.open(BundleFiles.ATTESTATIONS))) {
            boolean whole = walk(entries, attestations);
            if (whole && wrongStatement == null && !atEnd(attestations)) {
                wrongStatement = "Statement " + (statements + 1) + " is about no entry.";
            }
            hashes.put(BundleFiles.ENTRIES, entries.hash());
            hashes.put(BundleFiles.ATTESTATIONS, attestations.hash());
        }
        Verification chain = walk.end();
        chain.firstFault().ifPresent(fault -> problems.add(0, fault.what()));
        if (wrongStatement != null) {
            problems.add(BundleFiles.ATTESTATIONS + ": " + wrongStatement);
        }
        return chain;
    }

    private boolean walk(Lines entries, Lines attestations) throws IOException {
        try {
            for (String line = entries.next(); line != null; line = entries.next()) {
                Entry entry = EntryLine.read(line);
                if (!walk.next(entry)) {
                    return false;
                }
                compare(entry, attestations);
            }
            return true;
        } catch (Lines.Unreadable | IllegalArgumentException e) {
            long number = walk.entries() + 1;
            walk.unreadable("Entry " + number + " was changed after it was written. " + e.getMessage());
            return false;
        }
    }

    /** Each entry has its statement, in order, and each statement says what its entry says. */
    private void compare(Entry entry, Lines attestations) throws IOException {
        Statement due = wrongStatement == null ? Attestation.of(entry).orElse(null) : null;
        if (due == null) {
            return;
        }
        statements++;
        try {
            String line = attestations.next();
            if (line == null) {
                throw new IllegalArgumentException("it is missing.");
            }
            Envelope envelope = Envelope.read(line);
            envelope.statement(keys);
            if (!envelope.payload().equals(CanonicalJson.of(due))) {
                throw new IllegalArgumentException("it does not say what the entry says.");
            }
        } catch (Lines.Unreadable | IllegalArgumentException e) {
            wrongStatement = "Statement " + statements + ", about entry " + entry.sequence() + ": " + e.getMessage();
        }
    }

    private static boolean atEnd(Lines lines) throws IOException {
        try {
            return lines.next() == null;
        } catch (Lines.Unreadable e) {
            return false;
        }
    }
}
