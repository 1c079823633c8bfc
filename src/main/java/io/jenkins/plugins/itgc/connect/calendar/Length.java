package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an event lasts: days as the calendar counts them, then an exact time.
 *
 * @param days whole days
 * @param exact time beyond them
 */
record Length(long days, Duration exact) {
    private static final Pattern FORM = Pattern.compile("\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(T[0-9HMS]+)?");

    /** From an end, a DURATION, or neither. */
    static Length of(Event event, Moment start, Moments moments) {
        Optional<EventProperty> end = event.first("DTEND");
        if (end.isPresent()) {
            Moment last = moments.of(end.get(), event);
            return start.wholeDay()
                    ? new Length(ChronoUnit.DAYS.between(start.local(), last.local()), Duration.ZERO)
                    : new Length(0, Duration.between(start.instant(), last.instant()));
        }
        return event.first("DURATION")
                .map(duration -> parsed(duration.value(), event))
                .orElse(new Length(start.wholeDay() ? 1 : 0, Duration.ZERO));
    }

    private static Length parsed(String text, Event event) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                long weeks = form.group(1) == null ? 0 : Long.parseLong(form.group(1));
                long days = form.group(2) == null ? 0 : Long.parseLong(form.group(2));
                Duration exact = form.group(3) == null ? Duration.ZERO : Duration.parse("P" + form.group(3));
                return new Length(weeks * 7 + days, exact);
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new UnreadableEvent(Message.of("connect.calendar.no-length", event.title(), text));
    }

    Instant end(Moment start) {
        LocalDateTime day = start.local().plusDays(days);
        return (days == 0 ? start : start.at(day)).instant().plus(exact);
    }

    /** At least as long as it can be, for looking back. */
    Duration atMost() {
        return Duration.ofDays(Math.max(0, days) + 2).plus(exact.isNegative() ? Duration.ZERO : exact);
    }
}
