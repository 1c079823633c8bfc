package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A submitted review. */
public final class Review {
    private final long id;
    private final Account author;
    private final String commit;
    private final Instant submittedAt;
    private final EditedText body;
    private ReviewState state;

    /** A new review of that commit. */
    public Review(long id, Account author, ReviewState state, String commit, String body, Instant submittedAt) {
        this.id = id;
        this.author = author;
        this.state = state;
        this.commit = commit;
        this.submittedAt = submittedAt;
        this.body = new EditedText(id, author, submittedAt);
        this.body.write(body);
    }

    /** Takes it back. */
    public void dismiss() {
        state = ReviewState.DISMISSED;
    }

    /** Replaces the text. */
    public void edit(Edit edit) {
        body.edit(edit);
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
        return body.text();
    }

    /** Changes of the text, oldest first, after the writing itself. */
    public List<Edit> edits() {
        return body.edits();
    }

    /** The last change of the text. */
    public Optional<Edit> lastEdit() {
        return body.last();
    }
}
