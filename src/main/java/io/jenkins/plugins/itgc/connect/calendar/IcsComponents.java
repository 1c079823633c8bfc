package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.ContentHandler;

/** Collects events and the descriptions of zones while a calendar is parsed. */
final class IcsComponents implements ContentHandler {
    private final List<List<EventProperty>> events = new ArrayList<>();
    private final Map<String, String> zones = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder zone = new StringBuilder();
    private List<EventProperty> properties = new ArrayList<>();
    private Map<String, String> parameters = new HashMap<>();
    private String zoneName = "";
    private String value = "";
    private boolean whole;

    @Override
    public void startCalendar() {
        whole = false;
    }

    @Override
    public void endCalendar() {
        whole = true;
    }

    @Override
    public void startComponent(String name) {
        open.push(name.toUpperCase(Locale.ROOT));
        if (isEvent()) {
            properties = new ArrayList<>();
        } else if (inZone()) {
            zone.append("BEGIN:").append(name).append("\r\n");
        }
    }

    @Override
    public void endComponent(String name) {
        if (isEvent()) {
            events.add(properties);
            Events.requireFew(events.size());
        } else if (inZone()) {
            zone.append("END:").append(name).append("\r\n");
        }
        if (open.size() == 1 && inZone()) {
            zones.put(zoneName, zone.toString());
            zone.setLength(0);
        }
        open.pop();
    }

    /** An event itself, not an alarm inside it. */
    private boolean isEvent() {
        return open.size() == 1 && open.peek().equals("VEVENT");
    }

    private boolean inZone() {
        return !open.isEmpty() && open.peekLast().equals("VTIMEZONE");
    }

    @Override
    public void startProperty(String name) {
        parameters = new HashMap<>();
        value = "";
    }

    @Override
    public void parameter(String name, String given) {
        parameters.put(name.toUpperCase(Locale.ROOT), given);
    }

    @Override
    public void propertyValue(String given) {
        value = given;
    }

    @Override
    public void endProperty(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (isEvent()) {
            properties.add(new EventProperty(upper, parameters, value));
        } else if (inZone()) {
            zoneName = upper.equals("TZID") ? value : zoneName;
            zone.append(upper).append(':').append(value).append("\r\n");
        }
    }

    List<Event> list() {
        if (!whole) {
            throw new UnreadableEvent(Message.of("connect.calendar.not-icalendar"));
        }
        EventZones described = new EventZones(zones);
        return events.stream().map(event -> new Event(event, described)).toList();
    }
}
