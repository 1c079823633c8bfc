package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.List;
import java.util.Map;

/** Requests for approval and what became of them. */
final class ApprovalProjector implements Projector {
    /** Acts that change how a request stands, and how it stands then. */
    private static final Map<String, String> STATES = Map.of(
            "refused", "refused",
            "withdrawn", "requested", // a person takes back what they said; the question is open again
            "expired", "expired",
            "voided", "voided",
            "completed", "completed");

    @Override
    public boolean concerns(String kind) {
        return kind.startsWith("approval.") && !kind.endsWith(".decided");
    }

    @Override
    public void apply(Entry entry, Body body, Rows rows) throws SQLException {
        String act = entry.kind().substring("approval.".length());
        // A request is named by the entry that asked, unless it has a name of its own.
        String request = body.text("request", String.valueOf(entry.sequence()));
        if (act.equals("requested")) {
            ask(request, entry, body, rows);
        } else {
            answer(request, act, entry, body, rows);
        }
    }

    private static void ask(String request, Entry entry, Body body, Rows rows) throws SQLException {
        String build = body.text("build", Projector.build(entry.actor()));
        rows.execute(
                "INSERT OR REPLACE INTO approval (request, sequence, at, subject, repository, commit_id, environment,"
                        + " service, build, job, state, until, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested', ?, ?)",
                request,
                entry.sequence(),
                entry.at().toEpochMilli(),
                entry.subject(),
                Subject.repository(entry.subject()),
                Subject.commit(entry.subject()),
                Subject.environment(entry.subject()),
                body.text("service"),
                build,
                build.isEmpty() ? null : Projector.job(build, rows),
                body.millis("expiresAt"),
                entry.body());
    }

    private static void answer(String request, String act, Entry entry, Body body, Rows rows) throws SQLException {
        rows.execute(
                "INSERT INTO approval_act (sequence, request, act, at, person, account, channel, reason)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.sequence(),
                request,
                act,
                entry.at().toEpochMilli(),
                body.person("person"),
                body.text("account"),
                body.text("channel"),
                body.text("reason"));
        if (STATES.containsKey(act)) {
            rows.execute(
                    "UPDATE approval SET state = ? WHERE request = ? AND state IN ('requested', 'refused')",
                    STATES.get(act),
                    request);
        }
        if (act.equals("given")) {
            List<Long> deploys = rows.list(
                    row -> row.getLong(1),
                    "SELECT deploy.id FROM approval JOIN deploy ON deploy.commit_id = approval.commit_id AND"
                            + " deploy.environment = approval.environment WHERE request = ? AND finished_at IS NULL",
                    request);
            for (long deploy : deploys) {
                DeployWords.person(deploy, body.person("person"), "approver", rows);
            }
        }
    }
}
