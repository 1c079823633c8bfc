package io.jenkins.plugins.itgc.connect.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read, in iCalendar's terms. Its times are understood only when it matters.
 *
 * @param properties its lines
 * @param zones the zones that its file describes
 */
record Event(List<EventProperty> properties, EventZones zones) {
    Event {
        properties = List.copyOf(properties);
    }

    Stream<EventProperty> all(String name) {
        return properties.stream().filter(property -> property.name().equals(name));
    }

    Optional<EventProperty> first(String name) {
        return all(name).findFirst();
    }

    private String text(String name) {
        return first(name).map(property -> unescaped(property.value())).orElse("");
    }

    String uid() {
        return text("UID");
    }

    String title() {
        return text("SUMMARY");
    }

    /** Its address; null when it has none that a browser opens. */
    @Nullable
    String link() {
        String link = text("URL");
        return link.startsWith("https://") || link.startsWith("http://") ? link : null;
    }

    List<String> categories() {
        return all("CATEGORIES")
                .flatMap(property -> Arrays.stream(property.value().split("(?<!\\\\),", -1)))
                .map(Event::unescaped)
                .toList();
    }

    boolean cancelled() {
        return status().equals("CANCELLED");
    }

    boolean tentative() {
        return status().equals("TENTATIVE");
    }

    private String status() {
        return text("STATUS").toUpperCase(Locale.ROOT);
    }

    /** Whether it takes the place of one occurrence of another event with the same UID. */
    boolean replacesOne() {
        return first("RECURRENCE-ID").isPresent();
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
