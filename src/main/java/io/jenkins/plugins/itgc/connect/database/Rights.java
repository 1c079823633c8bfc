package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.Message;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out whether the account could change the database, which asking does not need. */
final class Rights {
    private static final Pattern WRITING =
            Pattern.compile("\\b(ALL PRIVILEGES|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|TRUNCATE|SUPER)\\b");

    private static final Pattern GRANT = Pattern.compile("(?is)GRANT (.*?) ON `?([^`.]*)`?\\..*");

    private Rights() {}

    /** A sentence for each right too many; none when the database keeps no rights. */
    static List<Message> warnings(Connection connection, Dialect dialect) throws SQLException {
        boolean tooMany =
                switch (dialect) {
                    case POSTGRESQL -> mayWritePostgres(connection);
                    case MARIADB -> mayWriteMariaDb(connection);
                    case SQLITE -> false;
                };
        return tooMany ? List.of(Message.of("migration.warning.rights")) : List.of();
    }

    private static boolean mayWritePostgres(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolsuper"
                        + " OR EXISTS (SELECT 1 FROM pg_namespace n WHERE n.nspname NOT LIKE 'pg\\_%'"
                        + "   AND n.nspname <> 'information_schema'"
                        + "   AND (n.nspowner = r.oid OR has_schema_privilege(n.oid, 'CREATE')))"
                        + " OR EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + "   WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%'"
                        + "   AND n.nspname <> 'information_schema'"
                        + "   AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))"
                        + " FROM pg_roles r WHERE r.rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean mayWriteMariaDb(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GRANTS")) {
            while (rows.next()) {
                if (grantsWriting(rows.getString(1), connection.getCatalog())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What is granted on other databases, such as the one that everybody may try things in, does not matter here. */
    private static boolean grantsWriting(String grant, @Nullable String database) {
        Matcher form = GRANT.matcher(grant);
        if (!form.matches()) {
            return WRITING.matcher(grant.toUpperCase(Locale.ROOT)).find();
        }
        String where = form.group(2).replace("\\_", "_");
        boolean here = where.equals("*") || (database != null && database.matches("(?i)" + like(where)));
        return here && WRITING.matcher(form.group(1).toUpperCase(Locale.ROOT)).find();
    }

    private static String like(String pattern) {
        return Arrays.stream(pattern.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
