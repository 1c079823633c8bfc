package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads cells that may be empty. */
final class Cells {
    private Cells() {}

    static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
