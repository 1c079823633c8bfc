package io.jenkins.plugins.itgc.connect.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a system's headers say about how soon it may be asked again. */
final class RateLimit {
    private static final Duration LONGEST = Duration.ofHours(2);

    private RateLimit() {}

    /** How long to wait; empty when the headers do not ask for it. */
    static Optional<Duration> pause(HttpHeaders headers, Clock clock) {
        Optional<Duration> asked = headers.firstValue("Retry-After").flatMap(RateLimit::seconds);
        return asked.or(() -> untilReset(headers, clock)).map(RateLimit::bounded);
    }

    private static Optional<Duration> untilReset(HttpHeaders headers, Clock clock) {
        boolean spent =
                headers.firstValue("X-RateLimit-Remaining").filter("0"::equals).isPresent();
        return spent
                ? headers.firstValue("X-RateLimit-Reset")
                        .flatMap(RateLimit::seconds)
                        .map(epoch -> Duration.between(clock.instant(), Instant.EPOCH.plus(epoch)))
                : Optional.empty();
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,11}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Duration bounded(Duration pause) {
        if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
            return Duration.ofSeconds(1);
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
