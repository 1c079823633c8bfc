package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a calendar was read.
 *
 * @param name what the configuration calls it
 * @param readAt when it was known to be so
 * @param skew how far its server's clock was ahead of ours; null when it did not say
 * @param trouble why it could not be read anew; null when it could
 */
public record CalendarFacts(
        String name,
        Instant readAt,
        @Nullable Duration skew,
        @Nullable Message trouble) {}
