package io.jenkins.plugins.itgc.ledger.attest;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When the whole ledger is verified by itself: once a day. A start that finds it overdue leaves a while of its own for what
 * is more urgent, and so that controllers that start together do not all read at once.
 *
 * @param notBefore before then nothing is due
 */
public record VerifyingTimes(Instant notBefore) {
    private static final Duration EVERY = Duration.ofDays(1);
    private static final int EARLIEST_MINUTES = 5;
    private static final int LATEST_MINUTES = 60;

    /** Those of a controller that started at this time. */
    public static VerifyingTimes after(Instant start, RandomGenerator random) {
        return new VerifyingTimes(start.plus(Duration.ofMinutes(random.nextInt(EARLIEST_MINUTES, LATEST_MINUTES + 1))));
    }

    /** @param last when it was verified last; null for never. A time that is yet to come does not count: the clock was set back */
    public boolean due(@Nullable Instant last, Instant now) {
        boolean old = last == null || last.isAfter(now) || !last.plus(EVERY).isAfter(now);
        return old && !now.isBefore(notBefore);
    }
}
