package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a calendar is read from. */
public interface CalendarSource {
    /**
     * Reads what changed since the last time, or everything.
     *
     * @param previous what was read last; null for the first time
     */
    Loaded load(@Nullable Loaded previous) throws EvidenceUnavailable, InterruptedException;

    /** Where releases are entered; null when the calendar cannot be written to. */
    default @Nullable CalendarWriter writer() {
        return null;
    }

    /** A calendar as it was read. */
    final class Loaded {
        private final List<Event> events;
        private final @Nullable String mark;
        private final @Nullable Duration skew;

        /**
         * @param events all of its events
         * @param mark what the source needs to read only changes the next time; null for nothing
         * @param skew how far the server's clock is ahead of ours; null when it did not say
         */
        Loaded(List<Event> events, @Nullable String mark, @Nullable Duration skew) {
            this.events = List.copyOf(events);
            this.mark = mark;
            this.skew = skew;
        }

        List<Event> events() {
            return events;
        }

        @Nullable
        String mark() {
            return mark;
        }

        @Nullable
        Duration skew() {
            return skew;
        }
    }
}
