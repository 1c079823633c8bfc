package io.jenkins.plugins.itgc.text;

/** A field as people or pipelines fill it in. */
public final class Field {
    private Field() {}

    /** Without spaces around it; null for nothing and for blank text, which mean the same. */
    public static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
