package io.jenkins.plugins.itgc.connect.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers until when a system asked to be left alone by one account. */
public final class Throttle {
    private final Clock clock;
    private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.EPOCH);

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

    /** How long it is still to be left alone; empty when it may be asked. */
    Optional<Duration> rest() {
        Duration rest = Duration.between(clock.instant(), closedUntil.get());
        return rest.isNegative() || rest.isZero() ? Optional.empty() : Optional.of(rest);
    }
}
