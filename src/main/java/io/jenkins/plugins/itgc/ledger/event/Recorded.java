package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Instant;

/**
 * An event with the entry that keeps it.
 *
 * @param entry the entry
 * @param event what it says
 * @param <E> what kind of event it is
 */
public record Recorded<E extends Event>(Entry entry, E event) {
    /** The number of the entry; the order of events is that of their numbers. */
    public long sequence() {
        return entry.sequence();
    }

    /** When it was appended, by the controller's clock; for people. */
    public Instant at() {
        return entry.at();
    }

    /** Who or what caused it. */
    public Actor actor() {
        return new Actor(entry.actor());
    }
}
