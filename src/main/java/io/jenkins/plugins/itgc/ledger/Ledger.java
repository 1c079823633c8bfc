package io.jenkins.plugins.itgc.ledger;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** The append-only record. Safe for use by several threads. */
public interface Ledger extends AutoCloseable {
    /**
     * Appends and does not return before the entry survives a crash of the machine.
     *
     * @throws LedgerFailure when it could not be appended; then nothing was
     */
    Entry append(Draft draft);

    /**
     * Entries in order.
     *
     * @param after sequence after which to begin; 0 for the first
     * @param limit how many at most
     */
    List<Entry> entries(long after, int limit);

    /**
     * Entries of some kinds, in order.
     *
     * @param after sequence after which to begin; 0 for the first
     * @param limit how many at most
     */
    List<Entry> entries(Set<String> kinds, long after, int limit);

    /** One entry by its sequence. */
    Optional<Entry> entry(long sequence);

    /** The newest entry of a kind about a subject. */
    Optional<Entry> newest(String kind, String subject);

    /**
     * All entries of these kinds whose subject begins so, in whatever case it is written, in order.
     *
     * @param kinds such as {@code approval.given}
     * @param subjects such as {@code acme/orders@}; never empty, so that nobody reads the whole ledger by mistake
     */
    List<Entry> filed(Collection<String> kinds, String subjects);

    /**
     * Takes the bodies out of entries, whose hashes stay. What was written to an archive, and said to be there by an entry,
     * may be taken out; nothing else, or verification reports it.
     *
     * @param sequences entries that hold the hash of their body
     */
    void takeOutBodies(Collection<Long> sequences);

    /** The newest entry of all. */
    Optional<Entry> last();

    /** Recomputes the whole chain. */
    default Verification verify() {
        return verify(Collections.emptyNavigableMap());
    }

    /**
     * Recomputes the whole chain and compares it with what was signed.
     *
     * @param signed hashes of entries that checkpoints vouch for, by sequence
     */
    Verification verify(NavigableMap<Long, String> signed);

    @Override
    void close();
}
