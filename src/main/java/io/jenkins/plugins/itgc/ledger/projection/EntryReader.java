package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.List;

/** All that projections want of a ledger: its entries in order. */
@FunctionalInterface
public interface EntryReader {
    /**
     * Entries in order, as {@link io.jenkins.plugins.itgc.ledger.Ledger#entries} gives them.
     *
     * @param after sequence after which to begin; 0 for the first
     * @param limit how many at most
     */
    List<Entry> entries(long after, int limit);
}
