package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: reads calendars. */
public interface Calendars {
    /**
     * What a calendar says about a span of time: from the calendar itself, or, when that cannot be read, the last good
     * copy with its age.
     *
     * @throws EvidenceUnavailable when it can neither be read nor is there a copy, or when an event that matters cannot be
     *     understood
     */
    Copy read(CalendarRule calendar, Span span) throws EvidenceUnavailable, InterruptedException;

    /** The same if it is known already, without waiting for anything; null when it must be read. */
    default @Nullable Copy atHand(CalendarRule calendar, Span span) {
        return null;
    }

    /**
     * A calendar as it was at a moment.
     *
     * @param windows what opens
     * @param freezes what closes
     * @param releases entered by the gates themselves, in any order
     * @param until up to when it tells; an event after that is not in it
     * @param readAt when it was known to be so
     * @param skew how far the server's clock was ahead of ours; null when it did not say
     * @param trouble why it could not be read anew, a sentence; null when it could
     */
    record Copy(
            Timeline windows,
            Timeline freezes,
            List<Period> releases,
            Instant until,
            Instant readAt,
            @Nullable Duration skew,
            @Nullable Message trouble) {
        public Copy {
            releases = List.copyOf(releases);
        }
    }
}
