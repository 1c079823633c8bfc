package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes along a chain entry by entry, and finds the first that is not what it should be: by its hash, by what a checkpoint
 * says of it, or because a body is gone that was not archived.
 */
public final class ChainWalk {
    private static final int REMARKS = 20;

    private final NavigableMap<Long, String> signed;
    private final MissingBodies missing = new MissingBodies();
    private final List<String> remarks = new ArrayList<>();
    private long sequence;
    private String previous = HashChain.GENESIS;
    private Instant latest = Instant.MIN;
    private long turnedBack;
    private Verification.@Nullable Fault fault;

    /** @param signed hashes of entries that checkpoints vouch for, by sequence */
    public ChainWalk(NavigableMap<Long, String> signed) {
        this.signed = signed;
    }

    /** Begins behind an entry that was found to be right before. */
    public ChainWalk(long sequence, String hash) {
        this(Collections.emptyNavigableMap());
        this.sequence = sequence;
        this.previous = hash;
    }

    /**
     * Goes on to an entry.
     *
     * @return whether all was well up to it; when not, going on is of no use
     */
    public boolean next(Entry entry) {
        fault = HashChain.fault(entry, sequence + 1, previous)
                .or(() -> contradiction(entry))
                .orElse(null);
        if (fault != null) {
            return false;
        }
        sequence = entry.sequence();
        previous = entry.hash();
        lookAtClock(entry);
        lookAtBody(entry);
        return true;
    }

    /** Something other than an entry is where an entry should be. */
    public void unreadable(String what) {
        fault = new Verification.Fault(sequence + 1, what);
    }

    private Optional<Verification.Fault> contradiction(Entry entry) {
        String vouched = signed.get(entry.sequence());
        return vouched == null || vouched.equals(entry.hash())
                ? Optional.empty()
                : Optional.of(new Verification.Fault(
                        entry.sequence(),
                        "Entry " + entry.sequence() + " is not the one that a checkpoint vouches for:"
                                + " it or one before it was replaced."));
    }

    /** The order of the entries is told by their numbers; times are for people. */
    private void lookAtClock(Entry entry) {
        if (entry.at().isBefore(latest)) {
            turnedBack++;
            if (turnedBack <= REMARKS) {
                remarks.add("Entry " + entry.sequence() + " is dated before an earlier one: the clock was set back."
                        + " The order is that of the numbers.");
            }
        } else {
            latest = entry.at();
        }
    }

    private void lookAtBody(Entry entry) {
        if (entry.archived()) {
            missing.found(entry);
        } else if (entry.kind().equals(Kind.LEDGER_ARCHIVED.name()) && !missing.excuse(entry)) {
            remarks.add("Entry " + entry.sequence() + " does not say which bodies were archived.");
        }
    }

    /** How many entries were found in order. */
    public long entries() {
        return sequence;
    }

    /** The hash of the last of them. */
    public String lastHash() {
        return previous;
    }

    /** What came of it, when there are no more entries or one does not fit. */
    public Verification end() {
        if (fault == null) {
            fault = missing.fault().or(this::cutOff).orElse(null);
        }
        Long vouched = signed.floorKey(sequence);
        if (turnedBack > REMARKS) {
            remarks.add("In all, " + turnedBack + " entries are dated before an earlier one.");
        }
        return new Verification(
                fault == null ? sequence : Math.min(sequence, fault.sequence() - 1),
                Optional.ofNullable(fault),
                vouched == null ? 0 : vouched,
                remarks);
    }

    private Optional<Verification.Fault> cutOff() {
        if (signed.isEmpty() || signed.lastKey() <= sequence) {
            return Optional.empty();
        }
        return Optional.of(new Verification.Fault(
                sequence + 1,
                "Entry " + (sequence + 1) + " is missing at the end: a checkpoint vouches for entries up to "
                        + signed.lastKey() + "."));
    }
}
