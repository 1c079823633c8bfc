package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text with its history. As on GitHub the history begins with the first edit, which brings the original along. */
final class EditedText {
    private final long ownerId;
    private final Account writer;
    private final Instant writtenAt;
    private final List<Edit> edits = new ArrayList<>();
    private String text = "";

    /** @param ownerId database id of what carries the text; names the edit that stands for the writing */
    EditedText(long ownerId, Account writer, Instant writtenAt) {
        this.ownerId = ownerId;
        this.writer = writer;
        this.writtenAt = writtenAt;
    }

    /** Sets the text without a trace of an edit. */
    void write(String original) {
        text = original;
    }

    void edit(Edit edit) {
        if (edits.isEmpty()) {
            edits.add(new Edit(ownerId, writer, writtenAt, text));
        }
        edits.add(edit);
        text = edit.text();
    }

    String text() {
        return text;
    }

    /** Oldest first; empty when it was never edited. */
    List<Edit> edits() {
        return List.copyOf(edits);
    }

    Optional<Edit> last() {
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits.get(edits.size() - 1));
    }
}
