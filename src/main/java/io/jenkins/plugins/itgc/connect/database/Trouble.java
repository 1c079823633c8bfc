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
        String why =
                switch (kind) {
                    case "08" -> "no-connection";
                    case "28" -> "no-login";
                    case "42" -> "not-readable";
                    case "57", "70" -> "stopped";
                    default -> text(problem).contains("access denied") ? "no-login" : "no-answer";
                };
        Message what = Message.of("migration.trouble." + why);
        return state.isEmpty()
                ? Message.of("migration.trouble.plain", what)
                : Message.of("migration.trouble.with-state", what, state);
    }

    private static String text(SQLException problem) {
        return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    }
}
