package io.jenkins.plugins.itgc.window;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rule or event that makes a period.
 *
 * @param title as written; of an event, outside text
 * @param source the calendar it is in, or what kind of rule it is
 * @param link address of the event; null where it has none
 */
public record Cause(String title, String source, @Nullable String link) {
    public Cause {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
    }

    /** How people are told. */
    public String name() {
        return "\"" + title + "\" (" + source + ")";
    }
}
