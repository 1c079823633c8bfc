package io.jenkins.plugins.itgc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test turns it. */
public final class TurnedClock extends Clock {
    private Instant now;

    public TurnedClock() {
        this(Instant.parse("2026-10-01T12:00:00Z"));
    }

    public TurnedClock(Instant start) {
        this.now = start;
    }

    public void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants have no zone.");
    }
}
