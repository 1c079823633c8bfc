package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.kohsuke.stapler.StaplerRequest2;

/** Reads what a request asks for. */
final class Query {
    private static final int LONGEST = 200;

    private final StaplerRequest2 request;

    Query(StaplerRequest2 request) {
        this.request = request;
    }

    /** A text without spaces around it; null when there is none. One that is too long is refused, never cut. */
    String text(String name) {
        return text(name, LONGEST);
    }

    /** @param longest how many characters it may have */
    String text(String name, int longest) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            throw new BadQuery(Message.of("dashboard.query-long", name, longest));
        }
        return value.strip();
    }

    /** A whole number from 0 on; null when there is none. */
    Long number(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new BadQuery(Message.of("dashboard.query-number", name));
        }
        return Long.valueOf(value);
    }

    /** The beginning of a day by UTC, or a point of time; null when there is none. */
    Instant time(String name) {
        String value = text(name);
        try {
            if (value == null) {
                return null;
            }
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new BadQuery(Message.of("dashboard.query-time", name));
        }
    }

    DeployFilter filter() {
        return new DeployFilter(
                text("service"),
                text("environment"),
                text("person"),
                text("ticket"),
                text("text"),
                text("result"),
                time("from"),
                time("to"),
                number("before"));
    }

    /** Something was asked that cannot be answered; the message says what, without repeating what was sent. */
    static final class BadQuery extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final transient Message problem;

        BadQuery(Message problem) {
            super(problem.english());
            this.problem = problem;
        }

        Message problem() {
            return problem;
        }
    }
}
