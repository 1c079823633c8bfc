package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.sql.Assertion;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Column;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Expected;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Named;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Relation;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether something holds in a database. */
final class Holding {
    private static final Set<String> NO = Set.of("", "0", "f", "false");

    private final Connection connection;
    private final Catalog catalog;

    Holding(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.catalog = new Catalog(connection, dialect);
    }

    Requirement check(Message what, Assertion assertion) throws SQLException {
        if (assertion instanceof Relation relation) {
            return told(what, catalog.hasRelation(relation.table(), relation.view()), relation.there());
        }
        if (assertion instanceof Column column) {
            return column(what, column);
        }
        if (assertion instanceof Named named) {
            boolean there = named.index()
                    ? catalog.hasIndex(named.table(), named.name())
                    : catalog.hasConstraint(named.table(), named.name());
            return told(what, there, named.there());
        }
        if (assertion instanceof Row row) {
            return row(what, row);
        }
        return asked(what, ((Expected) assertion).query(), true);
    }

    private static Requirement told(Message what, boolean there, boolean wanted) {
        return there == wanted
                ? Requirement.applied(what)
                : Requirement.missing(
                        what,
                        Message.of(there ? "migration.requirement.still-there" : "migration.requirement.not-there"));
    }

    private Requirement column(Message what, Column wanted) throws SQLException {
        Optional<Catalog.ColumnFacts> found = catalog.column(wanted.table(), wanted.name());
        if (found.isEmpty() || !wanted.there()) {
            return told(what, found.isPresent(), wanted.there());
        }
        Catalog.ColumnFacts facts = found.get();
        if (wanted.nullable() != null && facts.nullable() != wanted.nullable()) {
            String code =
                    facts.nullable() ? "migration.requirement.takes-nulls" : "migration.requirement.takes-no-nulls";
            return Requirement.missing(what, Message.of(code));
        }
        if (wanted.type() == null) {
            return Requirement.applied(what);
        }
        return switch (TypeNames.compare(wanted.type(), facts)) {
            case SAME -> Requirement.applied(what);
            case OTHER -> Requirement.missing(what, Message.of("migration.requirement.other-type", facts.shown()));
            case UNSURE -> Requirement.unknown(what, Message.of("migration.requirement.doubtful-type", facts.shown()));
        };
    }

    private Requirement row(Message what, Row row) throws SQLException {
        // Names and literals come from the parser, one by one, so that nothing else is in the question.
        String where = row.values().entrySet().stream()
                .map(value -> value.getValue().equalsIgnoreCase("NULL")
                        ? value.getKey() + " IS NULL"
                        : value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(" AND "));
        return asked(what, "SELECT 1 FROM " + row.table() + " WHERE " + where, row.there());
    }

    private Requirement asked(Message what, String query, boolean wanted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            statement.setQueryTimeout(Integer.parseInt(Dialect.SECONDS));
            try (ResultSet rows = statement.executeQuery(query)) {
                String first = rows.next() ? rows.getString(1) : null;
                return told(what, first != null && !NO.contains(first), wanted);
            }
        } catch (SQLException e) {
            // What it asks about is not there yet: not applied. Anything else is a database that cannot be asked.
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (Set.of("42P01", "42703", "3F000", "42S02", "42S22").contains(state) || catalog.saysMissing(e)) {
                return wanted
                        ? Requirement.missing(what, Message.of("migration.requirement.nothing-to-ask"))
                        : Requirement.applied(what);
            }
            if (state.startsWith("42") && !state.equals("42501")) {
                return Requirement.unknown(what, Message.of("migration.requirement.not-understood"));
            }
            throw e;
        }
    }
}
