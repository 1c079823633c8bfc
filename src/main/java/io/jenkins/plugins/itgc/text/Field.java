package io.jenkins.plugins.itgc.text;

import org.jspecify.annotations.Nullable;

/** A field as people or pipelines fill it in. */
public final class Field {
    private Field() {}

    /** Without spaces around it; null for nothing and for blank text, which mean the same. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
