package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The world's time: stands still and moves on by a second with each write, or follows the real time. */
public final class WorldClock {
    private Instant now;

    /** @param start where it stands; null follows the real time */
    public WorldClock(Instant start) {
        now = start;
    }

    /** The time now, to the second. */
    public Instant now() {
        return (now == null ? Instant.now() : now).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The time of a write: later than all before it. */
    public Instant tick() {
        advance(Duration.ofSeconds(1));
        return now();
    }

    /** Moves a standing clock on. */
    public void advance(Duration by) {
        now = now == null ? null : now.plus(by);
    }
}
