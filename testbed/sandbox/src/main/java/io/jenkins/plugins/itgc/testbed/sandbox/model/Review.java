package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A submitted review. */
public final class Review {
    private final long id;
    private final Account author;
    private final String commit;
    private final Instant submittedAt;
    private final List<Edit> edits = new ArrayList<>();
    private ReviewState state;
    private String body;

    /** A new review of that commit. */
    public Review(long id, Account author, ReviewState state, String commit, String body, Instant submittedAt) {
        this.id = id;
        this.author = author;
        this.state = state;
        this.commit = commit;
        this.body = body;
        this.submittedAt = submittedAt;
    }

    /** Takes it back. */
    public void dismiss() {
        state = ReviewState.DISMISSED;
    }

    /** Replaces the text. */
    public void edit(String newBody, Edit edit) {
        body = newBody;
        edits.add(edit);
    }

    /** Database id. */
    public long id() {
        return id;
    }

    /** Who gave it. */
    public Account author() {
        return author;
    }

    /** SHA that the reviewer looked at. */
    public String commit() {
        return commit;
    }

    /** When it was submitted. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** State now. */
    public ReviewState state() {
        return state;
    }

    /** Text now. */
    public String body() {
        return body;
    }

    /** Changes of the text, oldest first. */
    public List<Edit> edits() {
        return List.copyOf(edits);
    }

    /** The last change of the text. */
    public Optional<Edit> lastEdit() {
        return edits.isEmpty() ? Optional.empty() : Optional.of(edits.get(edits.size() - 1));
    }
}
