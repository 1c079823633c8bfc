package io.jenkins.plugins.itgc.approval;


import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the ledger says about approvals, and how more is written there. */
public final class ApprovalBook {
    private final Ledger ledger;
    private final Consumer<Entry> listener;

    /** @param listener is told of every entry after it was appended; must be quick and must not throw */
    public ApprovalBook(Ledger ledger, Consumer<Entry> listener) {
        this.ledger = ledger;
        this.listener = listener;
    }

    /** The request about a subject that stands. */
    Optional<Asked> standing(String subject) {
        return Asked.of(ledger.filed(Kinds.ALL, subject).stream()
                .filter(entry -> entry.subject().equals(subject))
                .toList());
    }

    /** What a request is about; empty when no request has this id. */
    Optional<Entry> requested(String id) {
        if (id == null || !id.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return ledger.entries(Long.parseLong(id) - 1, 1).stream()
                .filter(entry -> entry.kind().equals(Kinds.REQUESTED))
                .findFirst();
    }

    /** The last emergency of each commit of a repository in an environment. */
    Map<String, Emergency> emergencies(String repository, String environment) {
        return Emergency.bySubject(ledger.filed(Kinds.EMERGENCIES, repository + "@").stream()
                .filter(entry -> entry.subject().endsWith(" in " + environment))
                .toList());
    }

    /** The newest entry that says that a service's deploy to an environment began. */
    Optional<Entry> lastStart(String service, String environment) {
        return service == null ? Optional.empty() : ledger.newest("deploy.started", service + " in " + environment);
    }

    /** Appends, and tells who watches. */
    Entry append(String kind, String subject, String actor, Object body) {
        Entry entry = ledger.append(new Draft(kind, subject, actor, body));
        listener.accept(entry);
        return entry;
    }
}
