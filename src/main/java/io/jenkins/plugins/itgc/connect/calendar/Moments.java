package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.window.WallClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** Understands times as RFC 5545 writes them. */
final class Moments {
    private static final WallClock UTC = new WallClock(ZoneOffset.UTC.getRules());
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final WallClock own;

    /** @param own clock of the calendar, for whole days and floating times */
    Moments(WallClock own) {
        this.own = own;
    }

    /** @throws UnreadableEvent when it is no time, or in a zone that nobody knows */
    Moment of(EventProperty property, Event event) {
        return of(property, property.value(), event);
    }

    /** The times of a list such as EXDATE. */
    List<Moment> listed(EventProperty property, Event event) {
        return Arrays.stream(property.value().split(",", -1))
                .map(value -> of(property, value, event))
                .toList();
    }

    private Moment of(EventProperty property, String value, Event event) {
        try {
            if (value.length() == 8) {
                return new Moment(LocalDate.parse(value, DATE).atStartOfDay(), own, true);
            }
            if (value.endsWith("Z")) {
                return new Moment(LocalDateTime.parse(value.substring(0, value.length() - 1), TIME), UTC, false);
            }
            String zone = property.parameters().get("TZID");
            WallClock clock = zone == null ? own : event.zones().clock(zone, event);
            return new Moment(LocalDateTime.parse(value, TIME), clock, false);
        } catch (DateTimeException e) {
            throw new UnreadableEvent(Message.of("connect.calendar.no-time", event.title(), value), e);
        }
    }
}
