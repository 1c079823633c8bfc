package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the events of a calendar mean.
 *
 * @param name what the configuration calls the calendar
 * @param zone whose days its all-day events and its floating times are
 * @param windows patterns of titles or categories whose events are times to deploy; {@code *} stands for any text
 * @param freezes patterns of titles or categories whose events are times not to deploy
 */
public record CalendarRule(String name, ZoneId zone, List<String> windows, List<String> freezes) {
    /** What an event does to deploys. */
    public enum Meaning {
        /** It opens. */
        WINDOW,
        /** It closes, whatever opens. */
        FREEZE,
        /** A release that was entered by the gates themselves; neither opens nor closes. */
        RELEASE,
        /** Nothing. */
        NONE
    }

    /** @throws IllegalArgumentException when no event of it would mean anything */
    public CalendarRule {
        Objects.requireNonNull(zone, "zone");
        windows = List.copyOf(windows);
        freezes = List.copyOf(freezes);
        if (windows.isEmpty() && freezes.isEmpty()) {
            throw new InvalidValue(Message.of("window.text.calendar-means-nothing", name));
        }
    }

    /** An event that reads as both is a freeze; one of which it is not certain that it happens opens nothing. */
    public Meaning meaning(String title, List<String> categories, boolean tentative) {
        if (matches(freezes, title, categories)) {
            return Meaning.FREEZE;
        }
        return !tentative && matches(windows, title, categories) ? Meaning.WINDOW : Meaning.NONE;
    }

    private static boolean matches(List<String> patterns, String title, List<String> categories) {
        return patterns.stream().map(CalendarRule::compiled).anyMatch(pattern -> Stream.concat(
                        Stream.of(title), categories.stream())
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .anyMatch(text -> pattern.matcher(text).matches()));
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(
                Stream.of(pattern.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
                        .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
