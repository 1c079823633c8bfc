package io.jenkins.plugins.itgc.connect.database;

import java.sql.SQLException;
import java.util.Locale;

/** Says why a database cannot be asked, by its SQLSTATE: messages of drivers repeat addresses, names and statements. */
final class Trouble {
    private Trouble() {}

    static String of(SQLException problem) {
        String state = problem.getSQLState() == null ? "" : problem.getSQLState();
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        String what =
                switch (kind) {
                    case "08" -> "it cannot be connected to";
                    case "28" -> "it refuses the account";
                    case "42" -> "the account may not read what must be read, or it is not there";
                    case "57", "70" -> "it stopped the question, or took too long";
                    default ->
                        text(problem).contains("access denied")
                                ? "it refuses the account"
                                : "it does not answer as it must";
                };
        return what + (state.isEmpty() ? "." : " (SQLSTATE " + state + ").");
    }

    private static String text(SQLException problem) {
        return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
    }
}
