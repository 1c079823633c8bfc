package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into rows. It looks at nothing but the event and the rows of earlier events, so that the same entries always
 * give the same rows; what has become of a thing is told by its fold, and kept as rows here.
 */
interface Projector {
    /** Takes in an event; one that does not concern it changes nothing. */
    void apply(Recorded<Event> recorded, Rows rows) throws SQLException;

    /** The number by which rows refer to the job of a build such as {@code shop/orders/master#12}. */
    static long job(String build, Rows rows) throws SQLException {
        int end = build.lastIndexOf('#');
        String name = end < 0 ? build : build.substring(0, end);
        rows.execute("INSERT OR IGNORE INTO job (name) VALUES (?)", name);
        return rows.first(row -> row.getLong(1), "SELECT id FROM job WHERE name = ?", name)
                .orElseThrow();
    }

    /** Milliseconds since 1970; null for null. */
    static @Nullable Long millis(java.time.@Nullable Instant time) {
        try {
            return time == null ? null : time.toEpochMilli();
        } catch (ArithmeticException e) {
            return null; // beyond what a clock can say
        }
    }
}
