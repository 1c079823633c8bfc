package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.jspecify.annotations.Nullable;

/** What was done with the ledger itself. */
public sealed interface LedgerEvent extends Event {
    @Override
    Subject.OfLedger subject();

    /** Bodies of old rulings were moved to an archive. */
    record Archived(Subject.OfLedger subject, Bodies body) implements LedgerEvent {}

    /** A bundle was exported. */
    record Exported(Subject.OfLedger subject, Export body) implements LedgerEvent {}

    /**
     * What was moved.
     *
     * @param first sequence of the first entry that may lack its body
     * @param last sequence of the last
     * @param bodies how many were moved
     * @param entries exactly whose they were, such as {@code 1-4,7}; null in entries of early versions, which said only
     *     between which entries they lay
     * @param file name of the archive's file
     * @param sha256 its hash
     */
    record Bodies(
            long first, long last, long bodies, @Nullable String entries, String file, String sha256) {}

    /** Nothing more is kept of an export. */
    @JsonAutoDetect
    record Export() {}
}
