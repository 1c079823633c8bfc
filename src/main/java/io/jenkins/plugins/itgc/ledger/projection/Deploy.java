package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deploy as far as it has come.
 *
 * @param id sequence of its first entry
 * @param service what was deployed
 * @param environment where
 * @param repository {@code owner/name}
 * @param commit what was deployed
 * @param previous what was there before; null for the first
 * @param rollback whether it goes back to an earlier commit
 * @param build the build that carries it out, such as {@code shop/orders/master#12}
 * @param job that build's job, by {@link Jobs.Job#id()}
 * @param startedBy user id; null when nobody started it by hand
 * @param requestedAt when it entered the queue
 * @param startedAt when its turn came; null before
 * @param finishedAt when it ended; null before
 * @param result requested, started, succeeded, failed, aborted or unknown
 * @param reason one sentence; null when there is none
 * @param failed whether it counts as a failed change
 * @param rework whether it counts as rework
 * @param undoneBy the rollback that took it back; null for none
 * @param leadMillis from the merge or the first judgement to the end; null when not known
 * @param leadFrom {@code merged} or {@code judged}; null when not known
 * @param restoreMillis from its end to the next success, for one that failed; null before
 * @param body all that its newest entry says
 */
public record Deploy(
        long id,
        String service,
        String environment,
        String repository,
        String commit,
        @Nullable String previous,
        boolean rollback,
        String build,
        long job,
        @Nullable String startedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String result,
        @Nullable String reason,
        boolean failed,
        boolean rework,
        @Nullable Long undoneBy,
        @Nullable Long leadMillis,
        @Nullable String leadFrom,
        @Nullable Long restoreMillis,
        DeploymentBody body) {
    static Deploy read(ResultSet row) throws SQLException {
        return new Deploy(
                row.getLong("id"),
                row.getString("service"),
                row.getString("environment"),
                row.getString("repository"),
                row.getString("commit_id"),
                row.getString("previous"),
                row.getBoolean("rollback"),
                row.getString("build"),
                row.getLong("job"),
                row.getString("started_by"),
                Cells.time(row, "requested_at"),
                Cells.instant(row, "started_at"),
                Cells.instant(row, "finished_at"),
                row.getString("result"),
                row.getString("reason"),
                row.getBoolean("failed"),
                row.getBoolean("rework"),
                Cells.number(row, "undone_by"),
                Cells.number(row, "lead_ms"),
                row.getString("ready_by"),
                Cells.number(row, "restore_ms"),
                DeployRow.body(row));
    }
}
