package io.jenkins.plugins.itgc.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times and lengths of time as sentences have them: as exact as people need, however exact the clock is. */
public final class TimeText {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private TimeText() {}

    /** A point of time in UTC to the second, such as {@code 2026-11-23T17:00:00Z}; the second that it is in. */
    public static String of(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * A length of time: below an hour to the second ({@code 1m30s}), below two days to the minute ({@code 36h5m}), else to
     * the hour ({@code 3d4h}).
     */
    public static String of(Duration length) {
        if (length.isNegative()) {
            return "-" + of(length.negated());
        }
        if (rounded(length, ChronoUnit.SECONDS.getDuration()).compareTo(HOUR) < 0) {
            Duration exact = rounded(length, ChronoUnit.SECONDS.getDuration());
            return parts(exact.toMinutes(), "m", exact.toSecondsPart(), "s");
        }
        Duration exact = rounded(length, ChronoUnit.MINUTES.getDuration());
        if (exact.compareTo(DAY.multipliedBy(2)) < 0) {
            return parts(exact.toHours(), "h", exact.toMinutesPart(), "m");
        }
        Duration hours = rounded(length, HOUR);
        return parts(hours.toDays(), "d", hours.toHoursPart(), "h");
    }

    private static Duration rounded(Duration length, Duration unit) {
        return unit.multipliedBy(length.plus(unit.dividedBy(2)).dividedBy(unit));
    }

    private static String parts(long large, String largeUnit, long small, String smallUnit) {
        if (large == 0) {
            return small + smallUnit;
        }
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
