package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.time.Duration;
import java.util.List;

/** Where a calendar is read from. */
public interface CalendarSource {
    /**
     * Reads what changed since the last time, or everything.
     *
     * @param previous what was read last; null for the first time
     */
    Loaded load(Loaded previous) throws EvidenceUnavailable, InterruptedException;

    /** Where releases are entered; null when the calendar cannot be written to. */
    default CalendarWriter writer() {
        return null;
    }

    /** A calendar as it was read. */
    final class Loaded {
        private final List<Event> events;
        private final String mark;
        private final Duration skew;

        /**
         * @param events all of its events
         * @param mark what the source needs to read only changes the next time; null for nothing
         * @param skew how far the server's clock is ahead of ours; null when it did not say
         */
        Loaded(List<Event> events, String mark, Duration skew) {
            this.events = List.copyOf(events);
            this.mark = mark;
            this.skew = skew;
        }

        List<Event> events() {
            return events;
        }

        String mark() {
            return mark;
        }

        Duration skew() {
            return skew;
        }
    }
}
