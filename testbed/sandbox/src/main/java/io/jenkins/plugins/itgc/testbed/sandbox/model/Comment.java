package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;

/** A remark in a conversation; its text can be edited, by whom is not kept. */
public final class Comment {
    private final long id;
    private final Account author;
    private final Instant createdAt;
    private String body;
    private Instant updatedAt;

    /** A new remark. */
    public Comment(long id, Account author, String body, Instant createdAt) {
        this.id = id;
        this.author = author;
        this.body = body;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Replaces the text. */
    public void edit(String newBody, Instant at) {
        body = newBody;
        updatedAt = at;
    }

    /** Database id. */
    public long id() {
        return id;
    }

    /** Who wrote it. */
    public Account author() {
        return author;
    }

    /** The text now. */
    public String body() {
        return body;
    }

    /** When it was written. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }
}
