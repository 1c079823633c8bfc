package io.jenkins.plugins.itgc.migration.sql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that must hold after a script ran. Names are as written, with their quotes. */
public sealed interface Assertion {
    /** The line of the script that it comes from, from 1. */
    int line();

    /** How people are told what must hold. */
    String text();

    /** The table that it is about; empty when it is about none. */
    default String table() {
        return "";
    }

    /** A table or a view is there, or is gone. */
    record Relation(int line, String table, boolean view, boolean there) implements Assertion {
        @Override
        public String text() {
            return (view ? "view " : "table ") + table + (there ? "" : " gone");
        }
    }

    /**
     * A column is there, or is gone.
     *
     * @param type as written, with its arguments; null when any will do
     * @param nullable whether it takes nulls; null when either will do
     */
    record Column(
            int line,
            String table,
            String name,
            @Nullable String type,
            @Nullable Boolean nullable,
            boolean there) implements Assertion {
        @Override
        public String text() {
            String how = (type == null ? "" : " " + type) + (nullable == null ? "" : nullable ? " null" : " not null");
            return "column " + table + "." + name + how + (there ? "" : " gone");
        }
    }

    /** An index or a constraint with a name is there, or is gone; the table is empty where the script names none. */
    record Named(int line, String table, String name, boolean index, boolean there) implements Assertion {
        @Override
        public String text() {
            return (index ? "index " : "constraint ")
                    + name
                    + (table.isEmpty() ? "" : " of " + table)
                    + (there ? "" : " gone");
        }
    }

    /**
     * A row with these values is there, or no row is; values are literals as written.
     *
     * @param key which rows a change was about; empty for a new row
     */
    record Row(int line, String table, Map<String, String> values, boolean there, Map<String, String> key)
            implements Assertion {
        public Row {
            values = Map.copyOf(values);
            key = Map.copyOf(key);
        }

        @Override
        public String text() {
            return "row of " + table + " with " + new java.util.TreeMap<>(values) + (there ? "" : " gone");
        }
    }

    /** What the script's author says must hold: a question whose first answer is neither nothing, null, false nor 0. */
    record Expected(int line, String query) implements Assertion {
        @Override
        public String text() {
            return query;
        }
    }

    /** A statement of which nobody can tell what it leaves behind. */
    record Undetermined(int line, String why) implements Assertion {
        @Override
        public String text() {
            return "statement on line " + line;
        }
    }
}
