package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Set;

/** What went another way than the gates: emergencies, overrides, and changes that came by no gate. */
final class ExceptionProjector implements Projector {
    private static final Set<String> OTHERS = Set.of("window.overridden", "bypass.found", "drift.found", "drift.ended");

    @Override
    public boolean concerns(String kind) {
        return kind.startsWith("breakglass.") || OTHERS.contains(kind);
    }

    @Override
    public void apply(Entry entry, Body body, Rows rows) throws SQLException {
        String inSubject = Subject.environment(entry.subject());
        String repository = body.repository("repository");
        String commit = body.commit("commit");
        rows.execute(
                "INSERT INTO exception (sequence, at, kind, environment, service, repository, commit_id, person, what,"
                        + " link, subject) VALUES (?, ?, ?, ?, coalesce(?, (SELECT service FROM approval WHERE request = ?)), ?, ?, ?, ?,"
                        + " ?, ?)",
                entry.sequence(),
                entry.at().toEpochMilli(),
                entry.kind(),
                body.text("environment", inSubject),
                body.text("service"),
                body.text("request"), // an emergency is about what its request was about
                repository.isEmpty() ? Subject.repository(entry.subject()) : repository,
                commit.isEmpty() ? Subject.commit(entry.subject()) : commit,
                body.person("person"),
                body.text("what", body.text("reason")),
                body.text("link"),
                entry.subject());
    }
}
