package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.ShareEvent;
import io.jenkins.plugins.itgc.ledger.fold.ShareFold;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Links by which people without an account may see one deploy. */
final class ShareProjector implements Projector {
    @Override
    public void apply(Recorded<Event> recorded, Rows rows) throws SQLException {
        if (!(recorded.event() instanceof ShareEvent event)) {
            return;
        }
        Recorded<ShareEvent> share = new Recorded<>(recorded.entry(), event);
        String id = ShareFold.idOf(share);
        ShareFold before = rows.first(ShareProjector::read, "SELECT * FROM share WHERE id = ?", id)
                .orElse(null);
        ShareFold now = ShareFold.next(before, share);
        if (now != null && !now.equals(before)) {
            write(now, rows);
        }
    }

    private static ShareFold read(ResultSet row) throws SQLException {
        return new ShareFold(
                row.getString("id"),
                row.getLong("deploy"),
                Cells.time(row, "created_at"),
                row.getString("created_by"),
                Cells.time(row, "expires_at"),
                Cells.instant(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    private static void write(ShareFold share, Rows rows) throws SQLException {
        rows.execute(
                "INSERT OR REPLACE INTO share (id, deploy, created_at, created_by, expires_at, revoked_at, revoked_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                share.id(),
                share.deploy(),
                Projector.millis(share.createdAt()),
                share.createdBy(),
                Projector.millis(share.expiresAt()),
                Projector.millis(share.revokedAt()),
                share.revokedBy());
    }
}
