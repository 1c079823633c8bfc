package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.util.List;

/** A table for auditors, made from entries in their order. */
public interface Table {
    /** The names of its columns. */
    List<String> columns();

    /** The rows that an event completes; usually none or one. */
    List<List<Object>> rows(Recorded<Event> recorded);

    /** Rows that no entry completed, once all entries were seen. */
    default List<List<Object>> rest() {
        return List.of();
    }

    /** The tables of a bundle by their files' names. */
    static Table of(String file) {
        return switch (file) {
            case BundleFiles.DEPLOYS -> new DeployTable();
            case BundleFiles.EVIDENCE -> new EvidenceTable();
            case BundleFiles.EXCEPTIONS -> new ExceptionTable();
            default -> throw new IllegalArgumentException("\"" + file + "\" is no table.");
        };
    }
}
