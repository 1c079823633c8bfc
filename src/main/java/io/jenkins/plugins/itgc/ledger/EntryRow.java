package io.jenkins.plugins.itgc.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an entry from its row. */
final class EntryRow {
    private EntryRow() {}

    static Entry read(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                Instant.parse(row.getString("at")),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("actor"),
                row.getString("body"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
