package io.jenkins.plugins.itgc.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When it is open, from a moment on, and why it is closed in between. */
public final class Openings {
    private final Timetable timetable;
    private final Timeline open;
    private final Duration minRemaining;

    /**
     * @param timetable what opens and what closes; freezes win over windows
     * @param minRemaining how much of an opening must be left for a deploy to begin
     */
    public Openings(Timetable timetable, Duration minRemaining) {
        this.timetable = timetable;
        this.minRemaining = minRemaining;
        this.open = timetable.windows().without(timetable.freezes());
    }

    /** The opening that an instant is in, long enough or not. */
    public Optional<Period> at(Instant instant) {
        return open.at(instant);
    }

    /** Whether enough of an opening is left at an instant. What lasts up to the end of what is known may last longer. */
    public boolean enough(Period opening, Instant from) {
        Instant end = opening.span().end();
        return end.equals(timetable.until()) || !from.plus(minRemaining).isAfter(end);
    }

    /** The next opening after an instant that is long enough. */
    public Optional<Period> next(Instant instant) {
        return open.periods().stream()
                .filter(opening -> opening.span().start().isAfter(instant))
                .filter(opening -> enough(opening, opening.span().start()))
                .findFirst();
    }

    /** The freeze that an instant is in. */
    public Optional<Period> freeze(Instant instant) {
        return timetable.freezes().at(instant);
    }

    /** All of them. */
    public Timeline all() {
        return open;
    }
}
