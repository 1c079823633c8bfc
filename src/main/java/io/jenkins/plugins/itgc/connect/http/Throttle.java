package io.jenkins.plugins.itgc.connect.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers until when the rate limit of a system is used up for one account. */
public final class Throttle {
    private final Clock clock;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.EPOCH);

    /** @param clock says when the limit is over */
    public Throttle(Clock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    void close(Duration pause) {
        Instant until = clock.instant().plus(pause);
        closedUntil.accumulateAndGet(until, (known, told) -> known.isAfter(told) ? known : told);
    }

    /** How long the rate limit is still used up; empty when it may be asked. */
    Optional<Duration> rest() {
        Duration rest = Duration.between(clock.instant(), closedUntil.get());
        return rest.isNegative() || rest.isZero() ? Optional.empty() : Optional.of(rest);
    }
}
