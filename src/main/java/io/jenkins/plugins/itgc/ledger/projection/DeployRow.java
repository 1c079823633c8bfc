package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A deploy's row as the fold that it was made of. */
final class DeployRow {
    private DeployRow() {}

    /** Null when there is none. */
    static @Nullable DeployFold read(long id, Rows rows) throws SQLException {
        return rows.first(DeployRow::read, "SELECT * FROM deploy WHERE id = ?", id)
                .orElse(null);
    }

    /** All that its newest event says. */
    static DeploymentBody body(ResultSet row) throws SQLException {
        return newest(row).event().body();
    }

    private static Recorded<DeployEvent.Progress> newest(ResultSet row) throws SQLException {
        DeployState state = state(row);
        Entry entry = new Entry(
                row.getLong("newest"),
                Cells.time(row, "newest_at"),
                state.kind(),
                target(row).text(),
                "build " + row.getString("build"),
                row.getString("body"),
                null,
                "",
                "");
        return EventLog.required(DeployEvent.Progress.class, entry);
    }

    private static DeployState state(ResultSet row) throws SQLException {
        return DeployState.valueOf(row.getString("result").toUpperCase(Locale.ROOT));
    }

    private static Subject.OfTarget target(ResultSet row) throws SQLException {
        return new Subject.OfTarget(row.getString("service"), row.getString("environment"));
    }

    private static DeployFold read(ResultSet row) throws SQLException {
        return new DeployFold(
                row.getLong("id"),
                state(row),
                target(row),
                Cells.time(row, "requested_at"),
                Cells.instant(row, "started_at"),
                Cells.instant(row, "finished_at"),
                row.getString("reason"),
                newest(row));
    }
}
