package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What the end of a deploy means for the numbers. A deploy counts as failed when it failed, when nobody knows how it ended,
 * or when it was rolled back. A deploy counts as rework when it is a rollback or comes right after one that failed.
 */
final class DeployOutcome {
    private record Ended(long id, String service, String environment, String commit, boolean rollback, String result) {}

    void settle(long id, Rows rows) throws SQLException {
        Ended deploy = rows.first(
                        row -> new Ended(
                                id,
                                row.getString("service"),
                                row.getString("environment"),
                                row.getString("commit_id"),
                                row.getBoolean("rollback"),
                                row.getString("result")),
                        "SELECT * FROM deploy WHERE id = ?",
                        id)
                .orElseThrow();
        if (deploy.result.equals("aborted")) {
            return;
        }
        markRework(deploy, rows);
        if (deploy.result.equals("succeeded")) {
            succeed(deploy, rows);
        } else {
            rows.execute("UPDATE deploy SET failed = 1 WHERE id = ?", id);
        }
    }

    private static void markRework(Ended deploy, Rows rows) throws SQLException {
        boolean afterFailure = rows.first(
                        row -> row.getBoolean(1),
                        "SELECT failed FROM deploy WHERE service = ? AND environment = ? AND id < ?"
                                + " AND +result IN ('succeeded', 'failed', 'unknown') ORDER BY id DESC LIMIT 1",
                        deploy.service,
                        deploy.environment,
                        deploy.id)
                .orElse(false);
        if (deploy.rollback || afterFailure) {
            rows.execute("UPDATE deploy SET rework = 1 WHERE id = ?", deploy.id);
        }
    }

    private static void succeed(Ended deploy, Rows rows) throws SQLException {
        if (deploy.rollback) {
            Optional<Long> bad = undone(deploy, rows);
            if (bad.isPresent()) {
                rows.execute("UPDATE deploy SET failed = 1, undone_by = ? WHERE id = ?", deploy.id, bad.get());
            }
        } else {
            leadTime(deploy, rows);
        }
        rows.execute(
                "UPDATE deploy SET restore_ms = max(0, (SELECT finished_at FROM deploy WHERE id = ?) - finished_at)"
                        + " WHERE service = ? AND environment = ? AND failed = 1 AND restore_ms IS NULL AND id <> ?"
                        + " AND finished_at IS NOT NULL",
                deploy.id,
                deploy.service,
                deploy.environment,
                deploy.id);
    }

    /** What a rollback takes back: the last deploy of another commit that had gone out. */
    private static Optional<Long> undone(Ended rollback, Rows rows) throws SQLException {
        return rows.first(
                row -> row.getLong(1),
                "SELECT id FROM deploy WHERE service = ? AND environment = ? AND id < ? AND +result = 'succeeded'"
                        + " AND rollback = 0 AND +commit_id <> ? ORDER BY id DESC LIMIT 1",
                rollback.service,
                rollback.environment,
                rollback.id,
                rollback.commit);
    }

    /** From the first that the ledger knows of the change: the last merge that it carries, else its first judgement. */
    private static void leadTime(Ended deploy, Rows rows) throws SQLException {
        rows.execute(
                "UPDATE deploy SET ready_by = CASE WHEN ready_at IS NULL THEN 'judged' ELSE 'merged' END, ready_at ="
                        + " coalesce(ready_at, (SELECT at FROM first_ruling WHERE commit_id = ?)) WHERE id = ?",
                deploy.commit,
                deploy.id);
        rows.execute("UPDATE deploy SET ready_by = NULL WHERE id = ? AND ready_at IS NULL", deploy.id);
        rows.execute("UPDATE deploy SET lead_ms = max(0, finished_at - ready_at) WHERE id = ?", deploy.id);
    }
}
