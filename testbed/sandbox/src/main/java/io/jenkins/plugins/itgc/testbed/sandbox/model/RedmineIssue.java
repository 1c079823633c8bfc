package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ticket in Redmine. */
public final class RedmineIssue {
    private final int id;
    private final Facts facts;
    private final List<Journal> journals = new ArrayList<>();
    private String status;

    /** A ticket in that status. */
    public RedmineIssue(int id, Facts facts, String status) {
        this.id = id;
        this.facts = facts;
        this.status = status;
    }

    /** What does not change here; author and assignee may be null. */
    public record Facts(
            String subject,
            String description,
            String project,
            String tracker,
            Account author,
            Account assignee,
            Instant created) {}

    /** An entry of the history; author is null for the anonymous user. */
    public record Journal(long id, Account author, Instant at, String notes, List<Detail> details) {}

    /** One changed attribute; the values of status_id are names here and numbers on the wire. */
    public record Detail(String field, String from, String to) {}

    /** Records an entry; a change of the status is also made. */
    public void changed(Journal journal) {
        journals.add(journal);
        journal.details().stream()
                .filter(detail -> detail.field().equals("status_id"))
                .forEach(detail -> status = detail.to());
    }

    /** Puts it into a status without a trace. */
    public void status(String newStatus) {
        status = newStatus;
    }

    /** Number of the issue. */
    public int id() {
        return id;
    }

    /** What does not change. */
    public Facts facts() {
        return facts;
    }

    /** Name of the status now. */
    public String status() {
        return status;
    }

    /** History, oldest first. */
    public List<Journal> journals() {
        return List.copyOf(journals);
    }

    /** When it last changed. */
    public Instant updated() {
        return journals.isEmpty()
                ? facts.created()
                : journals.get(journals.size() - 1).at();
    }
}
