package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in the deploy calendars, for the calendar page and the page of what waits. */
public interface CalendarData {
    /** What something in a calendar means for deploys. */
    public enum Kind {
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
    public record Span(
            Kind kind,
            String environment,
            @Nullable String service,
            Instant start,
            Instant end,
            String title,
            @Nullable String link) {}

    /** The environments that have a window. Each is asked about by itself, and only by those who may know of it. */
    List<String> environments();

    /**
     * Everything about an environment that overlaps a span of time.
     *
     * @throws Unreadable when a calendar cannot be read
     */
    List<Span> between(String environment, Instant from, Instant to) throws Unreadable;

    /** A calendar cannot be read. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Message problem;

        /** @param problem for people */
        public Unreadable(Message problem, @Nullable Throwable cause) {
            super(problem.english(), cause);
            this.problem = problem;
        }

        /** What is wrong, for people. */
        public Message problem() {
            return problem;
        }
    }

    /** How an environment stands at this moment. */
    public enum State {
        /** Deploys may go out. */
        OPEN,
        /** Deploys may not go out. */
        CLOSED,
        /** Nobody knows, which blocks like closed. */
        UNKNOWN
    }

    /**
     * Whether deploys may go out to an environment now, as its gate would say.
     *
     * @param reason by which rule or event
     * @param link address of the event; null where it has none
     */
    public record Status(
            String environment,
            State state,
            Message reason,
            @Nullable String link) {}

    /** How an environment stands now. Never fails: what cannot be read is unknown. */
    Status status(String environment);
}
