package io.jenkins.plugins.itgc.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What opens and what closes an environment from a moment on.
 *
 * @param windows what opens
 * @param freezes what closes
 * @param until up to when both are known
 */
public record Timetable(Timeline windows, Timeline freezes, Instant until) {
    /** Periods of each kind that are kept; what comes later is left to a later judgement. */
    public static final int LIMIT = 64;

    /** From rules and from copies of calendars. */
    public static Timetable of(WindowPolicy policy, List<Calendars.Copy> copies, Span span) {
        Instant until = copies.stream().map(Calendars.Copy::until).reduce(span.end(), Timetable::earlier);
        List<Period> windows = new ArrayList<>(policy.opensByWindowsOnly() ? List.of() : List.of(always(span)));
        List<Period> freezes = new ArrayList<>();
        policy.windows().forEach(rule -> windows.addAll(rule.periods(span)));
        policy.freezes().forEach(rule -> freezes.addAll(rule.periods(span)));
        for (Calendars.Copy copy : copies) {
            until = earlier(until, add(copy.windows(), span.start(), windows));
            until = earlier(until, add(copy.freezes(), span.start(), freezes));
        }
        return cut(Timeline.of(windows), Timeline.of(freezes), span.start(), until);
    }

    private static Period always(Span span) {
        return new Period(span, new Cause("open unless frozen", "no window is configured", null));
    }

    /** Adds the next ones and tells up to when these are all. */
    private static Instant add(Timeline from, Instant start, List<Period> to) {
        List<Period> next = from.from(start, LIMIT + 1);
        next.stream().limit(LIMIT).forEach(to::add);
        return next.size() > LIMIT ? next.get(LIMIT).span().start() : Instant.MAX;
    }

    private static Timetable cut(Timeline windows, Timeline freezes, Instant start, Instant known) {
        List<Period> opening = new ArrayList<>();
        List<Period> closing = new ArrayList<>();
        Instant until = earlier(known, add(windows, start, opening));
        until = earlier(until, add(freezes, start, closing));
        return new Timetable(before(opening, until), before(closing, until), until);
    }

    /** Only what is known for certain: nothing is said of the time after. */
    private static Timeline before(List<Period> periods, Instant until) {
        List<Period> known = new ArrayList<>();
        for (Period period : periods) {
            if (period.span().start().isBefore(until)) {
                known.add(period.span().end().isAfter(until) ? cut(period, until) : period);
            }
        }
        return new Timeline(known);
    }

    private static Period cut(Period period, Instant until) {
        return new Period(new Span(period.span().start(), until), period.causes());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
