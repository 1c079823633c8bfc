package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Entries whose bodies are gone. A move to an archive excuses those that it names, and no other. */
final class MissingBodies {
    private static final Set<String> MOVABLE = EventLog.names(Kind.of(RulingEvent.class));

    private final NavigableSet<Long> movable = new TreeSet<>();
    private final List<Counted> counted = new ArrayList<>();
    private long other;

    /** A move that says only how many bodies it took from a range, as earlier versions wrote it. */
    private static final class Counted {
        private final long first;
        private final long last;
        private long left;

        private Counted(long first, long last, long left) {
            this.first = first;
            this.last = last;
            this.left = left;
        }

        private boolean excuses(long sequence) {
            return left > 0 && first <= sequence && sequence <= last;
        }
    }

    /** Takes note of an entry without its body. */
    void found(Entry entry) {
        if (MOVABLE.contains(entry.kind())) {
            movable.add(entry.sequence());
        } else if (other == 0) {
            other = entry.sequence();
        }
    }

    /**
     * Takes note of a move.
     *
     * @param entry says that bodies were archived
     * @return whether it says which bodies were moved
     */
    boolean excuse(Entry entry) {
        if (!(EventLog.read(entry) instanceof LedgerEvent.Archived archived)) {
            return false;
        }
        LedgerEvent.Bodies said = archived.body();
        if (said.entries() == null) {
            counted.add(new Counted(said.first(), said.last(), said.bodies()));
            return true;
        }
        try {
            Sequences moved = Sequences.read(said.entries());
            if (moved.count() != said.bodies()) {
                return false;
            }
            moved.takeFrom(movable);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The first that nothing excuses. */
    Optional<Verification.Fault> fault() {
        Optional<Verification.Fault> unexcused = movable.stream()
                .filter(sequence -> !excusedByCount(sequence))
                .findFirst()
                .map(this::fault);
        return other == 0 || unexcused.filter(fault -> fault.sequence() < other).isPresent()
                ? unexcused
                : Optional.of(fault(other));
    }

    /** Each counted move excuses as many as it took; where several lie over each other, the one that ends first goes first. */
    private boolean excusedByCount(long sequence) {
        Optional<Counted> move = counted.stream()
                .filter(candidate -> candidate.excuses(sequence))
                .min(Comparator.comparingLong(candidate -> candidate.last));
        move.ifPresent(found -> found.left--);
        return move.isPresent();
    }

    private Verification.Fault fault(long sequence) {
        boolean amongCounted = movable.contains(sequence)
                && counted.stream().anyMatch(move -> move.first <= sequence && sequence <= move.last);
        return new Verification.Fault(
                sequence,
                amongCounted
                        ? "Entry " + sequence
                                + ", or one shortly before it, was changed after it was written: more contents"
                                + " were taken out here than were archived."
                        : "Entry " + sequence + " was changed after it was written: its content was taken out,"
                                + " and no entry says that it was archived.");
    }
}
