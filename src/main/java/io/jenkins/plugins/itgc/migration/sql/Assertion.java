package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Something that must hold after a script ran. Names are as written, with their quotes. */
public sealed interface Assertion {
    /** The line of the script that it comes from, from 1. */
    int line();

    /** What must hold, for people. */
    Message what();

    /** The table that it is about; empty when it is about none. */
    default String table() {
        return "";
    }

    /** A table or a view is there, or is gone. */
    record Relation(int line, String table, boolean view, boolean there) implements Assertion {
        @Override
        public Message what() {
            return orGone(
                    Message.of(view ? "migration.requirement.view" : "migration.requirement.table", table), there);
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
        public Message what() {
            String code = nullable == null
                    ? "migration.requirement.column"
                    : nullable ? "migration.requirement.column-null" : "migration.requirement.column-not-null";
            return orGone(Message.of(code, table + "." + name + (type == null ? "" : " " + type)), there);
        }
    }

    /** An index or a constraint with a name is there, or is gone; the table is empty where the script names none. */
    record Named(int line, String table, String name, boolean index, boolean there) implements Assertion {
        @Override
        public Message what() {
            return orGone(table.isEmpty() ? alone() : ofTable(), there);
        }

        private Message alone() {
            return Message.of(index ? "migration.requirement.index" : "migration.requirement.constraint", name);
        }

        private Message ofTable() {
            String code = index ? "migration.requirement.index-of" : "migration.requirement.constraint-of";
            return Message.of(code, name, table);
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
        public Message what() {
            String sorted = new TreeMap<>(values).toString();
            return orGone(Message.of("migration.requirement.row", table, sorted), there);
        }
    }

    /** What the script's author says must hold: a question whose first answer is neither nothing, null, false nor 0. */
    record Expected(int line, String query) implements Assertion {
        @Override
        public Message what() {
            return Message.text(query);
        }
    }

    /**
     * A statement of which nobody can tell what it leaves behind.
     *
     * @param why nobody can, a sentence
     */
    record Undetermined(int line, Message why) implements Assertion {
        @Override
        public Message what() {
            return Message.of("migration.requirement.statement", line);
        }
    }

    private static Message orGone(Message thing, boolean there) {
        return there ? thing : Message.of("migration.requirement.gone", thing);
    }
}
