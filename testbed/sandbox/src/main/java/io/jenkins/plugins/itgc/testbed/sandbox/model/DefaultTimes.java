package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Duration;
import java.time.Instant;

/** Gives whatever a world does not date a time of its own: a minute after the last, from a fixed day on. */
public final class DefaultTimes {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private int given;

    /** The next minute. */
    public Instant next() {
        return START.plus(Duration.ofMinutes(given++));
    }

    /** That time, or the next minute where there is none. */
    public Instant or(Instant written) {
        return written == null ? next() : written;
    }
}
