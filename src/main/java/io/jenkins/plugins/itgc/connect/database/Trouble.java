package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.Message;
import java.sql.SQLException;
import java.util.Locale;

/** Says why a database cannot be asked, by its SQLSTATE: messages of drivers repeat addresses, names and statements. */
final class Trouble {
    private Trouble() {}

    static Message of(SQLException problem) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        Message what =
                switch (kind) {
                    case "08" -> Message.of("migration.trouble.no-connection");
                    case "28" -> Message.of("migration.trouble.no-login");
                    case "42" -> Message.of("migration.trouble.not-readable");
                    case "57", "70" -> Message.of("migration.trouble.stopped");
                    default ->
                        text(problem).contains("access denied")
                                ? Message.of("migration.trouble.no-login")
                                : Message.of("migration.trouble.no-answer");
                };
        return state.isEmpty()
                ? Message.of("migration.trouble.plain", what)
                : Message.of("migration.trouble.with-state", what, state);
    }

    private static String text(SQLException problem) {
        return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    }
}
