package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A calendar, served as a file and over CalDAV.
 *
 * @param events in any order
 */
public record CalendarYaml(List<EventYaml> events) {
    /** Fills in what was left out. */
    public CalendarYaml {
        events = Defaults.list(events);
    }

    /**
     * An event.
     *
     * @param uid tells it from others of its calendar; default: its title in small letters and dashes
     * @param title what people read
     * @param start when it begins, the first time
     * @param end when it is over, the first time
     * @param zone whose clocks it keeps to when it comes again; default: UTC
     * @param repeats by which rule it comes again, as RFC 5545 writes it; default: it does not
     * @param categories none by default
     * @param status confirmed, tentative or cancelled; default: confirmed
     */
    public record EventYaml(
            String uid,
            String title,
            Instant start,
            Instant end,
            ZoneId zone,
            String repeats,
            List<String> categories,
            Status status) {
        /** Fills in what was left out. */
        public EventYaml {
            title = Defaults.or(title, "");
            uid = uid == null ? title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-") : uid;
            zone = Defaults.or(zone, ZoneId.of("UTC"));
            categories = Defaults.list(categories);
            status = Defaults.or(status, Status.CONFIRMED);
        }
    }

    /** How certain an event is. */
    public enum Status {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }
}
