package io.jenkins.plugins.itgc.testbed.sandbox.model;

import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CalendarYaml.EventYaml;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A calendar as a CalDAV server keeps it: iCalendar texts by the name of their file. May be changed. */
public final class Calendar {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern PARTS = Pattern.compile("(?s)BEGIN:(VEVENT|VTIMEZONE)\\R.*?END:\\1\\R");
    private static final Pattern TITLE = Pattern.compile("(?m)^SUMMARY:(.*)$");
    private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sandbox//EN\r\n";

    private final Map<String, String> objects = new LinkedHashMap<>();

    /** An object that is as whole as it was put. */
    public Map<String, String> objects() {
        return Collections.unmodifiableMap(objects);
    }

    /** Puts a text in the place of what has that name. */
    public void put(String name, String text) {
        objects.put(name, text);
    }

    /** Whether there was something of that name. */
    public boolean remove(String name) {
        return objects.remove(name) != null;
    }

    /** Enters an event, or changes the one of the same UID. */
    public void enter(EventYaml event) {
        put(event.uid() + ".ics", HEAD + text(event) + "END:VCALENDAR\r\n");
    }

    /** Everything as one file. */
    public String whole() {
        StringBuilder all = new StringBuilder(HEAD);
        for (String object : objects.values()) {
            Matcher parts = PARTS.matcher(object);
            while (parts.find()) {
                all.append(parts.group());
            }
        }
        return all.append("END:VCALENDAR\r\n").toString();
    }

    /** What people read of each. */
    public List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (String object : objects.values()) {
            Matcher title = TITLE.matcher(object);
            titles.add(title.find() ? title.group(1).strip() : "");
        }
        return titles;
    }

    /** Changes with the text and with nothing else. */
    public static String mark(String text) {
        return "\"" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private static String text(EventYaml event) {
        StringBuilder text = new StringBuilder("BEGIN:VEVENT\r\n");
        line(text, "UID:" + escaped(event.uid()));
        line(text, "DTSTAMP:20260101T000000Z");
        line(text, "SUMMARY:" + escaped(event.title()));
        line(text, time("DTSTART", event.start().atZone(event.zone()).format(LOCAL), event.zone()));
        line(text, time("DTEND", event.end().atZone(event.zone()).format(LOCAL), event.zone()));
        line(text, "STATUS:" + event.status());
        if (event.repeats() != null) {
            line(text, "RRULE:" + event.repeats());
        }
        event.categories().forEach(category -> line(text, "CATEGORIES:" + escaped(category)));
        return text.append("END:VEVENT\r\n").toString();
    }

    private static String time(String name, String local, ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? name + ":" + local + "Z"
                : name + ";TZID=" + zone + ":" + local;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\\R", "\\\\n");
    }
}
