package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Calendar;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CalendarYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CalendarYaml.EventYaml;
import java.util.List;

/** Calendars with their events. */
public final class CalendarBuilder {
    private CalendarBuilder() {}

    static Calendar build(String name, CalendarYaml yaml) {
        Calendar calendar = new Calendar();
        List<EventYaml> events = yaml == null ? List.of() : yaml.events();
        for (int i = 0; i < events.size(); i++) {
            try {
                require(events.get(i));
            } catch (IllegalArgumentException e) {
                throw new WorldFormatException(List.of("calendars", name, "events", i), e.getMessage());
            }
            calendar.enter(events.get(i));
        }
        return calendar;
    }

    /** @throws IllegalArgumentException when it is no event that takes place */
    public static void require(EventYaml event) {
        if (event.start() == null || event.end() == null || !event.start().isBefore(event.end())) {
            throw new IllegalArgumentException("an event needs 'start' and a later 'end'");
        }
        if (!event.uid().matches("[A-Za-z0-9@._-]{1,100}")) {
            throw new IllegalArgumentException("an event needs a 'uid' of letters, digits, and @ . _ -");
        }
    }
}
