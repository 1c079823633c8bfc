package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an entry from its row. */
final class EntryRow {
    private EntryRow() {}

    static Entry read(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                at(text(row, "at")),
                text(row, "kind"),
                text(row, "subject"),
                text(row, "actor"),
                text(row, "body"),
                row.getString("body_hash"),
                text(row, "previous"),
                text(row, "hash"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** A time that is not written as the ledger writes it becomes one that no hash was made of. */
    private static Instant at(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.toString().equals(text) ? at : Instant.MIN;
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }
}
