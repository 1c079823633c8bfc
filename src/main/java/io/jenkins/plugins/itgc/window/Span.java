package io.jenkins.plugins.itgc.window;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, half open: the start belongs to it and the end does not.
 *
 * @param start first instant
 * @param end first instant after it
 */
public record Span(Instant start, Instant end) {
    /** @throws IllegalArgumentException when it would hold no instant */
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A span from " + start + " to " + end + " holds no instant.");
        }
    }

    /** Whether an instant is in it: its start is, its end is not. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Whether the two have an instant in common; spans that only touch have none. */
    public boolean overlaps(Span other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The time that really passes, whatever clocks show. */
    public Duration length() {
        return Duration.between(start, end);
    }
}
