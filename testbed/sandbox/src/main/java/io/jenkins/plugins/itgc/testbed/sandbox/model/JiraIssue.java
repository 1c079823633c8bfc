package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ticket in Jira. */
public final class JiraIssue {
    private final long id;
    private final String key;
    private final Facts facts;
    private final List<HistoryEntry> history = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private String status;

    /** A ticket in that status. */
    public JiraIssue(long id, String key, Facts facts, String status) {
        this.id = id;
        this.key = key;
        this.facts = facts;
        this.status = status;
    }

    /** What does not change here; assignee and reporter may be null. */
    public record Facts(
            String summary, String description, String type, Account assignee, Account reporter, Instant created) {}

    /** An entry of the changelog; author is null for an anonymous or deleted account. */
    public record HistoryEntry(long id, Account author, Instant at, List<Item> items) {}

    /** One changed field, in the words that people see. */
    public record Item(String field, String from, String to) {}

    /** Records a change; a change of the status is also made. */
    public void changed(HistoryEntry entry) {
        history.add(entry);
        entry.items().stream().filter(item -> item.field().equals("status")).forEach(item -> status = item.to());
    }

    /** Adds a remark. */
    public void comment(Comment comment) {
        comments.add(comment);
    }

    /** Puts it into a status without a trace. */
    public void status(String newStatus) {
        status = newStatus;
    }

    /** Number of the issue. */
    public long id() {
        return id;
    }

    /** Such as OPS-7. */
    public String key() {
        return key;
    }

    /** The part of the key before the dash. */
    public String project() {
        return key.substring(0, key.lastIndexOf('-'));
    }

    /** What does not change. */
    public Facts facts() {
        return facts;
    }

    /** Name of the status now. */
    public String status() {
        return status;
    }

    /** Changelog, oldest first. */
    public List<HistoryEntry> history() {
        return List.copyOf(history);
    }

    /** Remarks, oldest first. */
    public List<Comment> comments() {
        return List.copyOf(comments);
    }
}
