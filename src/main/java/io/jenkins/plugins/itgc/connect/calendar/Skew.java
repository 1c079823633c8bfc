package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.connect.http.Answer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How far a server's clock is ahead of ours, by the Date that it puts on its answers. */
final class Skew {
    private final Clock clock;
    private final Instant asked;

    private Skew(Clock clock) {
        this.clock = clock;
        this.asked = clock.instant();
    }

    /** To be begun right before asking. */
    static Skew begin(Clock clock) {
        return new Skew(clock);
    }

    /** Null when the server does not say what time it is. */
    @Nullable
    Duration of(Answer answer) {
        return of(
                answer.headers().firstValue("Date").orElse(null),
                answer.headers().firstValue("Age").orElse("0"));
    }

    /** The answer was made between asking and now; only a time outside of that is a difference. */
    @Nullable
    Duration of(@Nullable String date, String age) {
        if (date == null) {
            return null;
        }
        try {
            Instant made = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plusSeconds(Long.parseLong(age.trim()));
            Instant now = clock.instant();
            // The header has no fractions of a second.
            if (made.plusSeconds(1).isBefore(asked)) {
                return Duration.between(asked, made);
            }
            return made.isAfter(now) ? Duration.between(now, made) : Duration.ZERO;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
