package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;

/** The parts that rules are written in. */
final class RuleText {
    private RuleText() {}

    static LocalTime time(String time, String rule) {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException e) {
            throw new InvalidRule(rule, Message.of("window.text.no-time", time));
        }
    }

    /** Only zones with a place: an abbreviation such as CET says nothing of summer time to half of its readers. */
    static ZoneId zone(String name, String rule) {
        try {
            ZoneId zone = ZoneId.of(name);
            if (name.contains("/") || name.equals("UTC")) {
                return zone;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new InvalidRule(rule, Message.of("window.text.no-zone", name));
    }
}
