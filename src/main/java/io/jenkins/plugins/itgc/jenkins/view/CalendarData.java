package io.jenkins.plugins.itgc.jenkins.view;

import hudson.ExtensionPoint;
import java.time.Instant;
import java.util.List;

/** What stands in the deploy calendars, for the calendar page and the page of what waits. */
public interface CalendarData extends ExtensionPoint {
    /** What something in a calendar means for deploys. */
    enum Kind {
        /** Deploys may go out. */
        WINDOW,
        /** Deploys may not go out. */
        FREEZE,
        /** A deploy is planned. */
        PLANNED
    }

    /**
     * A span of a calendar, from start until just before end.
     *
     * @param environment which environment it is about
     * @param service which service; null for all
     * @param title what people call it
     * @param link where it can be looked at; null where it has no address
     */
    record Span(
            Kind kind, String environment, String service, Instant start, Instant end, String title, String link) {}

    /**
     * Everything that overlaps a span of time.
     *
     * @throws IllegalStateException when a calendar cannot be read; its message is a sentence for people
     */
    List<Span> between(Instant from, Instant to);
}
