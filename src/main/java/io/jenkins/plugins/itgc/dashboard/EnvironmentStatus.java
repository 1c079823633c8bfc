package io.jenkins.plugins.itgc.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * Whether deploys may go out to an environment now.
 *
 * @param reason by which rule or event, in the reader's language
 * @param link address of the event, which can be opened; null where it has none
 */
public record EnvironmentStatus(
        String environment,
        CalendarData.State state,
        String reason,
        @Nullable String link) {
    static EnvironmentStatus of(CalendarData.Status status, Reader reader) {
        return new EnvironmentStatus(
                status.environment(), status.state(), status.reason().in(reader.locale()), Links.safe(status.link()));
    }
}
