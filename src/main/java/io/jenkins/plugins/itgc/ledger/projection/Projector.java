package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.SQLException;
import io.jenkins.plugins.itgc.ledger.Entry;

/**
 * Turns entries of some kinds into rows. It looks at nothing but the entry and the rows of earlier entries, so that the
 * same entries always give the same rows.
 */
interface Projector {
    boolean concerns(String kind);

    void apply(Entry entry, Body body, Rows rows) throws SQLException;

    /** The number by which rows refer to the job of a build such as {@code shop/orders/master#12}. */
    static long job(String build, Rows rows) throws SQLException {
        int end = build.lastIndexOf('#');
        String name = end < 0 ? build : build.substring(0, end);
        rows.execute("INSERT OR IGNORE INTO job (name) VALUES (?)", name);
        return rows.first(row -> row.getLong(1), "SELECT id FROM job WHERE name = ?", name)
                .orElseThrow();
    }

    /** The build in an actor such as {@code build shop/orders/master#12}; empty for people. */
    static String build(String actor) {
        return actor.startsWith("build ") ? actor.substring("build ".length()) : "";
    }
}
