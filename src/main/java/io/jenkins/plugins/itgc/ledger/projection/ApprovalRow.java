package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A request's rows as the fold that they were made of. */
final class ApprovalRow {
    private ApprovalRow() {}

    /** Empty when the request is not known. */
    static Optional<ApprovalFold> read(String request, Rows rows) throws SQLException {
        return upTo(request, Long.MAX_VALUE, Long.MAX_VALUE, rows);
    }

    /**
     * The same as it was before.
     *
     * @param time the last moment that counts, in milliseconds
     * @param sequence the last entry that counts
     */
    static Optional<ApprovalFold> upTo(String request, long time, long sequence, Rows rows) throws SQLException {
        Optional<Entry> requested =
                rows.first(ApprovalRow::requested, "SELECT * FROM approval WHERE request = ?", request);
        if (requested.isEmpty()) {
            return Optional.empty();
        }
        ApprovalFold fold = ApprovalFold.of(EventLog.required(ApprovalEvent.Requested.class, requested.get()));
        for (Entry act : rows.list(
                row -> act(row, requested.get()),
                "SELECT sequence, at, 'approval.' || act AS kind, actor, body FROM approval_act WHERE request = ?1 AND at <= ?2 AND sequence <= ?3"
                        + " UNION ALL SELECT sequence, at, kind, actor, body FROM break_glass WHERE request = ?1 AND at <= ?2 AND sequence <= ?3"
                        + " ORDER BY sequence",
                request,
                time,
                sequence)) {
            fold = fold.after(EventLog.required(ApprovalEvent.class, act));
        }
        return Optional.of(fold);
    }

    /** All that the request says. */
    static ApprovalEvent.Request body(ResultSet row) throws SQLException {
        return EventLog.required(ApprovalEvent.Requested.class, requested(row))
                .event()
                .body();
    }

    private static Entry requested(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                Cells.time(row, "at"),
                Kind.APPROVAL_REQUESTED.name(),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("body"),
                null,
                "",
                "");
    }

    private static Entry act(ResultSet row, Entry requested) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                Cells.time(row, "at"),
                row.getString("kind"),
                requested.subject(),
                row.getString("actor"),
                row.getString("body"),
                null,
                "",
                "");
    }
}
