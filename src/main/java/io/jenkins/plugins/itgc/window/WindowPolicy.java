package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When an environment may be deployed to. Comes from the controller's configuration, never from the pull request.
 *
 * @param environment its name
 * @param windows rules by which it is open; none, with no calendar that opens, means open but for freezes
 * @param freezes rules by which it is closed, whatever opens it
 * @param calendars whose events open or close it too
 * @param minRemaining how long it must still be open
 * @param waitAtMost how long to wait for it to open; null for however long it takes
 * @param waits whether to wait at all
 * @param maxAge how old the last good copy of a calendar may be
 * @param maxSkew how far the controller's clock may be from a calendar server's
 * @param plannedDates whether a date that the pull request plans is waited for
 */
public record WindowPolicy(
        String environment,
        List<TimeRule> windows,
        List<TimeRule> freezes,
        List<CalendarRule> calendars,
        Duration minRemaining,
        @Nullable Duration waitAtMost,
        boolean waits,
        Duration maxAge,
        Duration maxSkew,
        boolean plannedDates) {
    /** The default of {@link #maxAge}. */
    public static final Duration MAX_AGE = Duration.ofMinutes(60);

    /** The default of {@link #maxSkew}. */
    public static final Duration MAX_SKEW = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException when it says nothing, or a length of time makes no sense */
    public WindowPolicy {
        Objects.requireNonNull(environment, "environment");
        windows = List.copyOf(windows);
        freezes = List.copyOf(freezes);
        calendars = List.copyOf(calendars);
        if (windows.isEmpty() && freezes.isEmpty() && calendars.isEmpty()) {
            throw new InvalidValue(Message.of("window.text.empty-policy", environment));
        }
        if (minRemaining.isNegative() || (waitAtMost != null && waitAtMost.isNegative()) || maxAge.isNegative()) {
            throw new InvalidValue(Message.of("window.text.negative", environment));
        }
    }

    /** Whether it is closed unless something opens it. */
    public boolean opensByWindowsOnly() {
        return !windows.isEmpty()
                || calendars.stream().anyMatch(calendar -> !calendar.windows().isEmpty());
    }
}
