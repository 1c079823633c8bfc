package io.jenkins.plugins.itgc.connect.calendar;

import java.util.Map;

/**
 * One line of an event in iCalendar's terms.
 *
 * @param name in upper case
 * @param parameters by their names in upper case
 * @param value as written, escaped
 */
record EventProperty(String name, Map<String, String> parameters, String value) {
    EventProperty {
        parameters = Map.copyOf(parameters);
    }
}
