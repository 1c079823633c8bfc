package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.migration.sql.Assertion.Column;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Named;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Relation;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What still stands after each further statement. */
final class Effects {
    private final List<Assertion> assertions = new ArrayList<>();

    void add(Assertion next) {
        if (next instanceof Row row) {
            add(row);
            return;
        }
        assertions.removeIf(before -> undone(before, next));
        assertions.add(next);
    }

    /** A change whose effect on rows nobody can tell: nothing is asked of the table's rows any more. */
    void forgetRows(String table) {
        assertions.removeIf(before -> before instanceof Row && same(before.table(), table));
    }

    /** A row that a later change was about has the new values; one of which that cannot be told is not asked for. */
    private void add(Row next) {
        Row sum = next;
        for (Assertion before : List.copyOf(assertions)) {
            if (!next.key().isEmpty()
                    && before instanceof Row row
                    && same(row.table(), next.table())
                    && !apart(row, next)) {
                assertions.remove(before);
                if (next.there()
                        && row.there()
                        && row.values().entrySet().containsAll(next.key().entrySet())) {
                    Map<String, String> values = new HashMap<>(row.values());
                    values.putAll(next.values());
                    sum = new Row(next.line(), next.table(), values, true, next.key());
                }
            }
        }
        assertions.add(sum);
    }

    /** Different values of one column tell that they are different rows. */
    private static boolean apart(Row row, Row next) {
        return row.values().entrySet().stream()
                .anyMatch(value -> next.key().containsKey(value.getKey())
                        && !next.key().get(value.getKey()).equals(value.getValue()));
    }

    List<Assertion> assertions() {
        return List.copyOf(assertions);
    }

    private static boolean undone(Assertion before, Assertion next) {
        boolean sameTable = same(before.table(), next.table());
        if (next instanceof Relation relation) {
            return sameTable && !before.table().isEmpty() && (!relation.there() || before instanceof Relation);
        }
        if (next instanceof Column column) {
            return before instanceof Column other && sameTable && same(other.name(), column.name());
        }
        return next instanceof Named named
                && before instanceof Named other
                && same(other.name(), named.name())
                && other.index() == named.index();
    }

    private static boolean same(String a, String b) {
        return a.equalsIgnoreCase(b);
    }
}
