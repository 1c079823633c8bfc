package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** By what a deploy can be found: the people and tickets it involves, and every text that people would search for. */
final class DeployWords {
    void index(long id, Body body, Rows rows) throws SQLException {
        person(id, body.text("startedBy"), "starter", rows);
        List<String> texts = new ArrayList<>();
        for (String field : List.of("service", "environment", "commit", "startedBy", "reason", "build")) {
            texts.add(body.text(field));
        }
        texts.add(body.repository("repository"));
        pullRequests(id, body, texts, rows);
        for (Body ticket : body.each("tickets")) {
            texts.add(ticket.text("key"));
            texts.add(ticket.text("title"));
            if (ticket.text("key") != null) {
                rows.execute(
                        "INSERT OR IGNORE INTO deploy_ticket (ticket, deploy) VALUES (?, ?)", folded(ticket.text("key")), id);
            }
        }
        for (String approver : approvers(id, rows)) {
            person(id, approver, "approver", rows);
            texts.add(approver);
        }
        texts.removeIf(Objects::isNull);
        rows.execute("INSERT INTO deploy_text (rowid, words) VALUES (?, ?)", id, SearchWords.of(String.join("\n", texts)));
    }

    private static void pullRequests(long id, Body body, List<String> texts, Rows rows) throws SQLException {
        Long merged = null;
        for (Body pullRequest : body.each("pullRequests")) {
            texts.add(pullRequest.text("title"));
            texts.add("#" + pullRequest.text("number"));
            for (String role : List.of("author", "mergedBy")) {
                texts.add(pullRequest.text(role));
                person(id, pullRequest.text(role), role.equals("author") ? "author" : "merger", rows);
            }
            Long at = pullRequest.millis("mergedAt");
            merged = at == null || (merged != null && merged > at) ? merged : at;
        }
        rows.execute("UPDATE deploy SET ready_at = ? WHERE id = ?", merged, id);
    }

    private static List<String> approvers(long id, Rows rows) throws SQLException {
        return rows.list(
                row -> row.getString(1),
                "SELECT DISTINCT person FROM approval_act act JOIN approval USING (request) JOIN deploy"
                        + " ON deploy.commit_id = approval.commit_id AND deploy.environment = approval.environment"
                        + " WHERE deploy.id = ? AND act.act = 'given' AND person IS NOT NULL ORDER BY person",
                id);
    }

    static void person(long deploy, String person, String role, Rows rows) throws SQLException {
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
