package io.jenkins.plugins.itgc.connect.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is in a database, by the names that scripts write. */
final class Catalog {
    private static final Pattern SIZES = Pattern.compile("\\(\\s*(\\d{1,6})\\s*(?:,\\s*(\\d{1,6})\\s*)?\\)");

    private final Connection connection;
    private final Dialect dialect;

    Catalog(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * A column as the database describes it.
     *
     * @param size length or precision
     * @param digits after the decimal point
     */
    record ColumnFacts(String type, int size, int digits, boolean nullable) {
        String shown() {
            return type.toLowerCase(Locale.ROOT) + (size > 0 && size < 100_000 ? "(" + size + ")" : "");
        }
    }

    /** A name with its schema; the schema is null where the script names none. */
    private record QualifiedName(@Nullable String schema, String name) {}

    private QualifiedName place(String written) throws SQLException {
        int dot = written.lastIndexOf('.');
        String schema = dot < 0 ? null : folded(written.substring(0, dot));
        String name = folded(written.substring(dot + 1));
        return new QualifiedName(
                schema == null && dialect == Dialect.POSTGRESQL ? connection.getSchema() : schema, name);
    }

    /** PostgreSQL writes names without quotes in small letters; the others compare without regard to case. */
    private String folded(String written) {
        boolean quoted = written.length() > 1 && "\"`[".indexOf(written.charAt(0)) >= 0;
        String plain = quoted ? written.substring(1, written.length() - 1) : written;
        return !quoted && dialect == Dialect.POSTGRESQL ? plain.toLowerCase(Locale.ROOT) : plain;
    }

    private boolean same(String a, String b) {
        return dialect == Dialect.POSTGRESQL ? a.equals(b) : a.equalsIgnoreCase(b);
    }

    /** MariaDB's schemas are what JDBC calls catalogs. */
    private String catalogOf(QualifiedName place) throws SQLException {
        return dialect == Dialect.MARIADB && place.schema() != null ? place.schema() : connection.getCatalog();
    }

    private @Nullable String schemaOf(QualifiedName place) {
        return dialect == Dialect.POSTGRESQL ? place.schema() : null;
    }

    boolean hasRelation(String written, boolean view) throws SQLException {
        QualifiedName place = place(written);
        try (ResultSet found = connection.getMetaData().getTables(catalogOf(place), schemaOf(place), null, null)) {
            while (found.next()) {
                boolean isView = found.getString("TABLE_TYPE").contains("VIEW");
                if (same(found.getString("TABLE_NAME"), place.name()) && isView == view) {
                    return true;
                }
            }
            return false;
        }
    }

    Optional<ColumnFacts> column(String table, String column) throws SQLException {
        QualifiedName place = place(table);
        String wanted = folded(column);
        if (dialect == Dialect.SQLITE) {
            return sqliteColumn(place.name(), wanted);
        }
        try (ResultSet found = connection.getMetaData().getColumns(catalogOf(place), schemaOf(place), null, null)) {
            while (found.next()) {
                if (same(found.getString("TABLE_NAME"), place.name()) && same(found.getString("COLUMN_NAME"), wanted)) {
                    return Optional.of(new ColumnFacts(
                            found.getString("TYPE_NAME"),
                            found.getInt("COLUMN_SIZE"),
                            found.getInt("DECIMAL_DIGITS"),
                            found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
                }
            }
            return Optional.empty();
        }
    }

    /** SQLite keeps types as they were written, and its driver reckons sizes of its own from them. */
    private Optional<ColumnFacts> sqliteColumn(String table, String column) throws SQLException {
        String query = "SELECT type, \"notnull\" FROM pragma_table_info(?) WHERE lower(name) = lower(?)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            statement.setString(2, column);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(written(found.getString(1), found.getInt(2) == 0)) : Optional.empty();
            }
        }
    }

    private static ColumnFacts written(String type, boolean nullable) {
        Matcher sizes = SIZES.matcher(type);
        boolean sized = sizes.find();
        int size = sized ? Integer.parseInt(sizes.group(1)) : 0;
        int digits = sized && sizes.group(2) != null ? Integer.parseInt(sizes.group(2)) : 0;
        return new ColumnFacts(type.replaceAll("\\(.*", "").trim(), size, digits, nullable);
    }

    boolean hasIndex(String table, String index) throws SQLException {
        String wanted = folded(index.substring(index.lastIndexOf('.') + 1));
        String query =
                switch (dialect) {
                    case POSTGRESQL -> "SELECT indexname, tablename FROM pg_indexes WHERE indexname = ?";
                    case MARIADB ->
                        "SELECT index_name, table_name FROM information_schema.statistics"
                                + " WHERE table_schema = DATABASE() AND index_name = ?";
                    case SQLITE -> "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND name = ?";
                };
        return any(query, wanted, table);
    }

    /** A constraint's name is where its database keeps it; SQLite keeps only the text of the table. */
    boolean hasConstraint(String table, String constraint) throws SQLException {
        String wanted = folded(constraint);
        String query =
                switch (dialect) {
                    case POSTGRESQL ->
                        "SELECT con.conname, c.relname FROM pg_constraint con JOIN pg_class c ON c.oid = con.conrelid"
                                + " WHERE con.conname = ?";
                    case MARIADB ->
                        "SELECT constraint_name, table_name FROM information_schema.table_constraints"
                                + " WHERE table_schema = DATABASE() AND constraint_name = ?";
                    case SQLITE ->
                        "SELECT name, tbl_name FROM sqlite_master WHERE type = 'table'"
                                + " AND sql LIKE '%CONSTRAINT%' || ? || '%'";
                };
        return any(query, wanted, table);
    }

    private boolean any(String query, String name, String table) throws SQLException {
        String of = table.isEmpty() ? null : place(table).name();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (of == null || same(rows.getString(2), of)) {
                        return true;
                    }
                }
                return false;
            }
        }
    }

    /** SQLite has no codes for what is not there, only sentences. */
    boolean saysMissing(SQLException problem) {
        String message = String.valueOf(problem.getMessage());
        return dialect == Dialect.SQLITE && (message.contains("no such table") || message.contains("no such column"));
    }
}
