package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.window.WallClock;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;

/**
 * The zones that a calendar names: an IANA name means that zone, however the file describes it; any other name means what
 * the file says about it.
 */
final class EventZones {
    static {
        // Without these it would fetch descriptions of zones from addresses that a calendar names.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
    }

    private final Map<String, String> described;
    private final Map<String, WallClock> known = new ConcurrentHashMap<>();

    /** @param described VTIMEZONE components, as text, by TZID */
    EventZones(Map<String, String> described) {
        this.described = Map.copyOf(described);
    }

    /** @throws UnreadableEvent when nobody knows the zone */
    WallClock clock(String name, Event event) {
        return known.computeIfAbsent(name, key -> named(key)
                .or(() -> fromFile(key))
                .orElseThrow(() -> new UnreadableEvent(Message.of("connect.calendar.no-zone", event.title(), key))));
    }

    /** Some programs put a path before the IANA name. */
    private static Optional<WallClock> named(String name) {
        String[] parts = name.split("/", -1);
        String place = name.startsWith("/") && parts.length >= 2
                ? parts[parts.length - 2] + "/" + parts[parts.length - 1]
                : name;
        try {
            return Optional.of(new WallClock(ZoneId.of(place).getRules()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<WallClock> fromFile(String name) {
        String text = described.get(name);
        if (text == null) {
            return Optional.empty();
        }
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:itgc\r\n" + text + "END:VCALENDAR\r\n";
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EventZones.class.getClassLoader());
        try {
            VTimeZone zone = (VTimeZone) new CalendarBuilder()
                    .build(new StringReader(calendar))
                    .getComponents()
                    .get(0);
            return Optional.of(
                    new WallClock(new ZoneRulesBuilder().vTimeZone(zone).build()));
        } catch (IOException | ParserException | RuntimeException e) {
            return Optional.empty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventZones that && described.equals(that.described);
    }

    @Override
    public int hashCode() {
        return described.hashCode();
    }
}
