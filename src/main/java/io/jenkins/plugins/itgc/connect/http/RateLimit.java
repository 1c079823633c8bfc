package io.jenkins.plugins.itgc.connect.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a system's headers say about how soon it may be asked again. */
final class RateLimit {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    /** How GitHub words a limit that has no header: the secondary one, as it is called now and in older Enterprise servers. */
    private static final Pattern LIMIT = Pattern.compile("rate limit|abuse detection", Pattern.CASE_INSENSITIVE);

    /** Such a message is short; what is longer is about something else. */
    private static final int LONGEST_MESSAGE = 4096;

    /** GitHub asks for at least a minute when it names no time. */
    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private RateLimit() {}

    /** How long to wait; empty when the answer does not ask for it. */
    static Optional<Duration> pause(Answer answer, Clock clock) {
        return retryAfter(answer.headers(), clock)
                .or(() -> untilReset(answer.headers(), clock))
                .or(() -> limited(answer) ? Optional.of(UNTOLD) : Optional.empty())
                .map(RateLimit::bounded);
    }

    /** Whether it is a limit that refused the request, rather than a permission. */
    private static boolean limited(Answer answer) {
        return answer.status() == TOO_MANY
                || (answer.status() == FORBIDDEN && (spent(answer.headers()) || says(answer)));
    }

    private static boolean says(Answer answer) {
        return answer.body().length <= LONGEST_MESSAGE
                && LIMIT.matcher(answer.text()).find();
    }

    private static Optional<Duration> retryAfter(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After").flatMap(text -> seconds(text).or(() -> untilDate(text, clock)));
    }

    private static Optional<Duration> untilDate(String text, Clock clock) {
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(Duration.between(clock.instant(), then));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean spent(HttpHeaders headers) {
        return headers.firstValue("X-RateLimit-Remaining").filter("0"::equals).isPresent();
    }

    private static Optional<Duration> untilReset(HttpHeaders headers, Clock clock) {
        return spent(headers)
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
