package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;

/**
 * Somebody changed a text after it was written; the first of a text's edits stands for the writing itself.
 *
 * @param text the whole text after this edit
 * @param deletion null unless somebody took this text out of the history
 */
public record Edit(long id, Account editor, Instant at, String text, Deletion deletion) {
    /** Somebody took the text of an edit out of the history: that it was made is still told, but not what it said. */
    public record Deletion(Account by, Instant at) {}

    /** An edit of which everything is told. */
    public Edit(long id, Account editor, Instant at, String text) {
        this(id, editor, at, text, null);
    }
}
