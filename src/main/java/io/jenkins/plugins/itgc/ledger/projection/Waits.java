package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;

/** Ends waits and keeps how long they took. */
final class Waits {
    private Waits() {}

    /** A build waits no longer for a gate. */
    static void end(String build, String gate, long sequence, long now, Rows rows) throws SQLException {
        rows.execute(
                "INSERT OR IGNORE INTO waited (sequence, gate, build, job, environment, ended, took_ms)"
                        + " SELECT ?, gate, build, job, environment, ?, max(0, ? - since) FROM waiting"
                        + " WHERE build = ? AND gate = ?",
                sequence,
                now,
                now,
                build,
                gate);
        rows.execute("DELETE FROM waiting WHERE build = ? AND gate = ?", build, gate);
    }

    /** A build waits for nothing any more; what was still open is not a wait that led anywhere. */
    static void drop(String build, Rows rows) throws SQLException {
        rows.execute("DELETE FROM waiting WHERE build = ?", build);
    }
}
