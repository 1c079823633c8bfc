package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Column;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Named;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Relation;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.create.index.CreateIndex;
import net.sf.jsqlparser.statement.create.table.ColumnDefinition;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.table.Index;
import net.sf.jsqlparser.statement.create.table.NamedConstraint;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.drop.Drop;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.update.Update;

/** Turns one statement into what must hold after it. */
final class StatementReading {
    private static final Pattern CONSTRAINTS = Pattern.compile("(?i)(UNIQUE|REFERENCES|CHECK)\\b");

    private final int line;
    private final List<Assertion> found;

    StatementReading(int line, List<Assertion> found) {
        this.line = line;
        this.found = found;
    }

    void read(Statement statement) {
        if (statement instanceof CreateTable table) {
            createTable(table);
        } else if (statement instanceof Alter alter) {
            new AlterReading(line, name(alter.getTable()), found).read(alter);
        } else if (statement instanceof CreateIndex index) {
            index(index);
        } else if (statement instanceof CreateView view) {
            found.add(new Relation(line, name(view.getView()), true, true));
        } else if (statement instanceof Drop drop) {
            drop(drop);
        } else if (statement instanceof Insert || statement instanceof Update || statement instanceof Delete) {
            new RowReading(line, found).read(statement);
        } else {
            undetermined(Message.of("migration.requirement.other-kind"));
        }
    }

    private void index(CreateIndex statement) {
        String name = statement.getIndex().getName();
        if (name == null) {
            undetermined(Message.of("migration.requirement.nameless-index"));
        } else {
            found.add(new Named(line, name(statement.getTable()), name, true, true));
        }
    }

    static String name(Table table) {
        return table.getFullyQualifiedName();
    }

    private void undetermined(Message why) {
        found.add(new Undetermined(line, why));
    }

    private void createTable(CreateTable table) {
        String name = name(table.getTable());
        found.add(new Relation(line, name, false, true));
        if (table.getSelect() != null || table.getLikeTable() != null || table.getColumnDefinitions() == null) {
            undetermined(Message.of("migration.requirement.made-from-another"));
            return;
        }
        for (ColumnDefinition column : table.getColumnDefinitions()) {
            found.add(column(line, name, column));
            constraints(line, name, column, found);
        }
        if (table.getIndexes() != null) {
            table.getIndexes().forEach(index -> index(line, name, index, found));
        }
    }

    static Column column(int line, String table, ColumnDefinition column) {
        List<String> specs = column.getColumnSpecs() == null ? List.of() : column.getColumnSpecs();
        String words = String.join(" ", specs).toUpperCase(Locale.ROOT);
        // A primary key takes no nulls, but SQLite's does; so that is left open.
        Boolean nullable = words.contains("PRIMARY KEY") ? null : Boolean.valueOf(!words.contains("NOT NULL"));
        return new Column(
                line, table, column.getColumnName(), Objects.toString(column.getColDataType(), null), nullable, true);
    }

    /** What a column's own words add to its type and nulls. */
    static void constraints(int line, String table, ColumnDefinition column, List<Assertion> found) {
        List<String> specs = column.getColumnSpecs() == null ? List.of() : column.getColumnSpecs();
        for (int i = 0; i < specs.size(); i++) {
            if (CONSTRAINTS.matcher(specs.get(i)).lookingAt()) {
                boolean named = i > 1 && specs.get(i - 2).equalsIgnoreCase("CONSTRAINT");
                found.add(named ? new Named(line, table, specs.get(i - 1), false, true) : nameless(line, table));
            }
        }
    }

    private static Undetermined nameless(int line, String table) {
        return new Undetermined(line, Message.of("migration.requirement.nameless-constraint", table));
    }

    /** One without a name cannot be asked for by its name. */
    static void index(int line, String table, Index index, List<Assertion> found) {
        String type = Objects.toString(index.getType(), "").toUpperCase(Locale.ROOT);
        boolean plain =
                type.equals("INDEX") || type.equals("KEY") || (type.isEmpty() && !(index instanceof NamedConstraint));
        if (index.getName() != null) {
            found.add(new Named(line, table, index.getName(), plain, true));
        } else if (!type.equals("PRIMARY KEY")) {
            found.add(nameless(line, table));
        }
    }

    private void drop(Drop drop) {
        for (Table table : drop.getNames()) {
            drop(drop, name(table));
        }
    }

    private void drop(Drop drop, String name) {
        switch (drop.getType().toUpperCase(Locale.ROOT)) {
            case "TABLE" -> found.add(new Relation(line, name, false, false));
            case "VIEW" -> found.add(new Relation(line, name, true, false));
            case "INDEX" -> found.add(new Named(line, "", name, true, false));
            default -> undetermined(Message.of("migration.requirement.other-drop"));
        }
    }
}
