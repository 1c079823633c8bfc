package io.jenkins.plugins.itgc.connect.calendar;

import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventDateTime;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an event of Google into iCalendar's terms, which its recurrences are written in anyway. */
final class GoogleEvent {
    /** What the ids of releases that the gates enter begin with. */
    static final String RELEASE = "itgc";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final EventZones NONE = new EventZones(Map.of());

    private GoogleEvent() {}

    static io.jenkins.plugins.itgc.connect.calendar.Event read(Event item) {
        List<EventProperty> properties = new ArrayList<>();
        String series = item.getRecurringEventId() == null ? item.getId() : item.getRecurringEventId();
        text(properties, "UID", series.startsWith(RELEASE) ? series + IcsRelease.UID : series);
        text(properties, "SUMMARY", item.getSummary());
        text(properties, "STATUS", item.getStatus());
        text(properties, "URL", item.getHtmlLink());
        time(properties, "DTSTART", item.getStart());
        time(properties, "DTEND", item.getEnd());
        time(properties, "RECURRENCE-ID", item.getOriginalStartTime());
        List<String> recurrence = item.getRecurrence() == null ? List.of() : item.getRecurrence();
        recurrence.forEach(line -> properties.add(line(line)));
        return new io.jenkins.plugins.itgc.connect.calendar.Event(properties, NONE);
    }

    private static void text(List<EventProperty> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.add(new EventProperty(name, Map.of(), value.replace("\\", "\\\\")));
        }
    }

    private static void time(List<EventProperty> properties, String name, @Nullable EventDateTime time) {
        if (time == null) {
            return;
        }
        if (time.getDate() != null) {
            String date = time.getDate().toStringRfc3339().replace("-", "");
            properties.add(new EventProperty(name, Map.of("VALUE", "DATE"), date));
        } else if (time.getDateTime() != null) {
            properties.add(moment(name, Instant.ofEpochMilli(time.getDateTime().getValue()), time.getTimeZone()));
        }
    }

    private static EventProperty moment(String name, Instant instant, @Nullable String zone) {
        String used = zone == null ? "UTC" : zone;
        try {
            return new EventProperty(
                    name, Map.of("TZID", used), TIME.format(LocalDateTime.ofInstant(instant, ZoneId.of(used))));
        } catch (DateTimeException e) {
            throw new UnreadableEvent(Message.of("connect.calendar.no-zone-google", String.valueOf(zone)), e);
        }
    }

    /** A line such as {@code EXDATE;TZID=Asia/Tokyo:20261123T100000}. */
    private static EventProperty line(String line) {
        int colon = line.indexOf(':');
        String[] head = (colon < 0 ? line : line.substring(0, colon)).split(";", -1);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] parameter = head[i].split("=", 2);
            parameters.put(parameter[0].toUpperCase(Locale.ROOT), parameter.length == 2 ? parameter[1] : "");
        }
        return new EventProperty(head[0].toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1));
    }
}
