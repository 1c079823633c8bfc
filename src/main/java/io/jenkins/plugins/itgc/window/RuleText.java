package io.jenkins.plugins.itgc.window;

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
            throw new InvalidRule(rule, "\"" + time + "\" is no time from 00:00 to 23:59");
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
        throw new InvalidRule(rule, "\"" + name + "\" is no IANA zone such as Asia/Tokyo or UTC");
    }
}
