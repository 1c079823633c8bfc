package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Locale;

/** Deploys from their first entry to their last. */
final class DeployProjector implements Projector {
    private final DeployOutcome outcome = new DeployOutcome();
    private final DeployWords words = new DeployWords();

    @Override
    public boolean concerns(String kind) {
        return kind.startsWith("deploy.");
    }

    @Override
    public void apply(Entry entry, Body body, Rows rows) throws SQLException {
        String what = entry.kind().substring("deploy.".length());
        switch (what) {
            case "requested" -> request(entry.sequence(), entry, body, rows);
            case "started" -> start(id(entry, body, rows), entry, rows);
            case "succeeded", "failed", "aborted", "unknown" ->
                finish(id(entry, body, rows), what, entry, body, rows);
            case "noticed" -> notice(entry, body, rows);
            default -> {
                // a kind of a later version; its entry stays in the ledger
            }
        }
    }

    /** A deploy whose request is not in the ledger counts from the first that is known of it. */
    private long id(Entry entry, Body body, Rows rows) throws SQLException {
        long named = body.node().path("deploy").asLong(0);
        boolean known = named > 0
                && rows.first(row -> row.getLong(1), "SELECT id FROM deploy WHERE id = ?", named).isPresent();
        if (!known) {
            request(entry.sequence(), entry, body, rows);
            return entry.sequence();
        }
        return named;
    }

    private void request(long id, Entry entry, Body body, Rows rows) throws SQLException {
        long now = entry.at().toEpochMilli();
        String subject = entry.subject();
        int in = subject.lastIndexOf(" in ");
        String service = body.text("service", in < 0 ? subject : subject.substring(0, in));
        String environment = body.text("environment", in < 0 ? "" : subject.substring(in + 4));
        String build = body.text("build", Projector.build(entry.actor()));
        long job = Projector.job(build, rows);
        rows.execute("INSERT OR IGNORE INTO deployer (service, environment, job) VALUES (?, ?, ?)", service, environment, job);
        rows.execute(
                "INSERT INTO deploy (id, service, environment, repository, commit_id, previous, rollback, build, job,"
                        + " started_by, seen_at, requested_at, result, reason, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " max(?, coalesce((SELECT seen_at FROM deploy ORDER BY id DESC LIMIT 1), 0)), ?, 'requested', ?, ?)",
                id,
                service,
                environment,
                body.repository("repository"),
                body.commit("commit"),
                body.text("previous"),
                body.flag("rollback"),
                build,
                job,
                body.text("startedBy"),
                now,
                now,
                body.text("reason"),
                entry.body());
        words.index(id, body, rows);
    }

    private static void start(long id, Entry entry, Rows rows) throws SQLException {
        long now = entry.at().toEpochMilli();
        rows.execute(
                "UPDATE deploy SET started_at = ?, result = 'started', body = ? WHERE id = ?", now, entry.body(), id);
        rows.execute(
                "INSERT OR IGNORE INTO waited (sequence, gate, build, job, environment, ended, took_ms)"
                        + " SELECT ?, 'queue', build, job, environment, ?, max(0, ? - requested_at) FROM deploy WHERE id = ?",
                entry.sequence(),
                now,
                now,
                id);
    }

    private void finish(long id, String result, Entry entry, Body body, Rows rows) throws SQLException {
        rows.execute(
                "UPDATE deploy SET finished_at = ?, result = ?, reason = coalesce(?, reason), body = ? WHERE id = ?",
                entry.at().toEpochMilli(),
                result.toLowerCase(Locale.ROOT),
                body.text("reason"),
                entry.body(),
                id);
        Waits.drop(body.text("build", Projector.build(entry.actor())), rows);
        outcome.settle(id, rows);
    }

    private static void notice(Entry entry, Body body, Rows rows) throws SQLException {
        rows.execute(
                "INSERT INTO noticed (sequence, deploy, at, announcer, what, link) VALUES (?, ?, ?, ?, ?, ?)",
                entry.sequence(),
                body.node().path("deploy").asLong(0),
                entry.at().toEpochMilli(),
                body.text("announcer", ""),
                body.text("what"),
                body.text("link"));
    }
}
