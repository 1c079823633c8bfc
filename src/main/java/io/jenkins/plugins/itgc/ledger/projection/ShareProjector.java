package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Objects;

/** Links by which people outside may see one deploy. */
final class ShareProjector implements Projector {
    @Override
    public boolean concerns(String kind) {
        return kind.equals("share.created") || kind.equals("share.revoked");
    }

    @Override
    public void apply(Entry entry, Body body, Rows rows) throws SQLException {
        long now = entry.at().toEpochMilli();
        if (entry.kind().equals("share.revoked")) {
            rows.execute(
                    "UPDATE share SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL",
                    now,
                    body.text("by"),
                    body.text("share"));
            return;
        }
        Long expires = body.millis("expires");
        rows.execute(
                "INSERT OR IGNORE INTO share (id, deploy, created_at, created_by, expires_at) VALUES (?, ?, ?, ?, ?)",
                body.text("share", entry.evidenceId()),
                body.node().path("deploy").asLong(0),
                now,
                body.text("by", entry.actor()),
                Objects.requireNonNullElse(expires, now));
    }
}
