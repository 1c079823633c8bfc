package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Set;

/** What gates said, and who waits for them. */
final class RulingProjector implements Projector {
    private static final Set<String> SHUT_FOR_NOW = Set.of("wait", "unknown");

    @Override
    public boolean concerns(String kind) {
        return kind.endsWith(".decided");
    }

    @Override
    public void apply(Entry entry, Body body, Rows rows) throws SQLException {
        Body change = body.at("change");
        String build = Projector.build(entry.actor());
        Ruling ruling = new Ruling(
                entry.sequence(),
                entry.at(),
                body.text("gate", entry.kind().substring(0, entry.kind().lastIndexOf('.'))).replaceAll("\\s", "-"),
                body.text("decision", entry.archived() ? "archived" : "unknown"),
                body.text("reason"),
                entry.archived() ? Subject.repository(entry.subject()) : change.repository("repository"),
                entry.archived() ? Subject.commit(entry.subject()) : change.commit("commit"),
                change.text("environment"),
                build,
                entry.evidenceId());
        insert(ruling, entry.hash(), rows);
        if (!build.isEmpty()) {
            wait(ruling, rows);
        }
    }

    private static void insert(Ruling ruling, String hash, Rows rows) throws SQLException {
        rows.execute(
                "INSERT INTO ruling (sequence, at, gate, decision, reason, repository, commit_id, environment, build, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ruling.sequence(),
                ruling.at().toEpochMilli(),
                ruling.gate(),
                ruling.decision(),
                ruling.reason(),
                ruling.repository(),
                ruling.commit(),
                ruling.environment(),
                ruling.build(),
                hash);
        if (!ruling.commit().isEmpty()) {
            rows.execute(
                    "INSERT OR IGNORE INTO first_ruling (commit_id, at) VALUES (?, ?)",
                    ruling.commit(),
                    ruling.at().toEpochMilli());
        }
    }

    private static void wait(Ruling ruling, Rows rows) throws SQLException {
        if (SHUT_FOR_NOW.contains(ruling.decision())) {
            rows.execute(
                    "INSERT INTO waiting (build, gate, job, environment, repository, commit_id, since, sequence, decision,"
                            + " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (build, gate) DO UPDATE SET"
                            + " sequence = excluded.sequence, decision = excluded.decision, reason = excluded.reason",
                    ruling.build(),
                    ruling.gate(),
                    Projector.job(ruling.build(), rows),
                    ruling.environment(),
                    ruling.repository(),
                    ruling.commit(),
                    ruling.at().toEpochMilli(),
                    ruling.sequence(),
                    ruling.decision(),
                    ruling.reason());
        } else {
            Waits.end(ruling.build(), ruling.gate(), ruling.sequence(), ruling.at().toEpochMilli(), rows);
        }
    }
}
