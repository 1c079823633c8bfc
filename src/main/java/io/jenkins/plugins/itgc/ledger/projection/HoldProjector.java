package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;

/** Environments and services that somebody holds. */
final class HoldProjector implements Projector {
    @Override
    public boolean concerns(String kind) {
        return kind.equals("hold.placed") || kind.equals("hold.released");
    }

    @Override
    public void apply(Entry entry, Body body, Rows rows) throws SQLException {
        String inSubject = Subject.environment(entry.subject());
        String environment = body.text("environment", inSubject == null ? entry.subject() : inSubject);
        String service = body.text("service");
        long now = entry.at().toEpochMilli();
        // A hold that is placed again takes the place of the one before.
        rows.execute(
                "UPDATE hold SET released_at = ?, released_by = ? WHERE environment = ? AND service IS ?"
                        + " AND released_at IS NULL",
                now,
                entry.actor(),
                environment,
                service);
        if (entry.kind().equals("hold.placed")) {
            rows.execute(
                    "INSERT INTO hold (sequence, environment, service, owner, reason, placed_at, until)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    entry.sequence(),
                    environment,
                    service,
                    body.text("owner", entry.actor()),
                    body.text("reason"),
                    now,
                    body.millis("until"));
        }
    }
}
