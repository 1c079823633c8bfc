package io.jenkins.plugins.itgc.jenkins.steps;

/** How steps read what pipelines say. */
public final class Text {
    private Text() {}

    /** Nothing said and an empty text mean the same. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
