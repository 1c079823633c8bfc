package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.DeployedPullRequest;
import io.jenkins.plugins.itgc.ledger.event.DeployedTicket;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By what a deploy can be found: the people and tickets it involves, and every text that people would search for. */
final class DeployWords {
    void index(DeployFold deploy, Rows rows) throws SQLException {
        long id = deploy.id();
        DeploymentBody body = deploy.body();
        person(id, body.startedBy(), "starter", rows);
        List<String> texts = new ArrayList<>();
        texts.add(body.service());
        texts.add(body.environment());
        texts.add(body.commit());
        texts.add(body.startedBy());
        texts.add(body.reason());
        texts.add(body.build());
        texts.add(body.repository());
        pullRequests(id, body, texts, rows);
        for (DeployedTicket ticket : body.tickets()) {
            texts.add(ticket.key());
            texts.add(ticket.title());
            if (ticket.key() != null) {
                rows.execute(
                        "INSERT OR IGNORE INTO deploy_ticket (ticket, deploy) VALUES (?, ?)", folded(ticket.key()), id);
            }
        }
        texts.addAll(approvers(id, rows));
        texts.removeIf(Objects::isNull);
        rows.execute(
                "INSERT INTO deploy_text (rowid, words) VALUES (?, ?)", id, SearchWords.of(String.join("\n", texts)));
    }

    private static void pullRequests(long id, DeploymentBody body, List<String> texts, Rows rows) throws SQLException {
        Long merged = null;
        for (DeployedPullRequest pullRequest : body.pullRequests()) {
            texts.add(pullRequest.title());
            texts.add("#" + pullRequest.number());
            texts.add(pullRequest.author());
            texts.add(pullRequest.mergedBy());
            person(id, pullRequest.author(), "author", rows);
            person(id, pullRequest.mergedBy(), "merger", rows);
            Long at = time(pullRequest.mergedAt());
            merged = at == null || (merged != null && merged > at) ? merged : at;
        }
        rows.execute("UPDATE deploy SET ready_at = ? WHERE id = ?", merged, id);
    }

    private static @Nullable Long time(@Nullable String text) {
        try {
            return text == null ? null : Projector.millis(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Makes the people by whose approvals it may begin those that are known now. */
    static List<String> approvers(long id, Rows rows) throws SQLException {
        List<String> approvers = DeployApprovers.of(id, rows);
        rows.execute("DELETE FROM deploy_person WHERE deploy = ? AND role = 'approver'", id);
        for (String approver : approvers) {
            person(id, approver, "approver", rows);
        }
        return approvers;
    }

    static void person(long deploy, @Nullable String person, String role, Rows rows) throws SQLException {
        if (person != null && !person.isBlank()) {
            rows.execute(
                    "INSERT OR IGNORE INTO deploy_person (person, deploy, role) VALUES (?, ?, ?)",
                    folded(person),
                    deploy,
                    role);
        }
    }

    /** The form in which names are compared. */
    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
