package io.jenkins.plugins.itgc.migration.sql;

import java.util.regex.Pattern;

/**
 * Whether what stands between two semicolons is one statement. The parser takes words that it does not know for options, and
 * would swallow a second statement that another dialect separates by GO, by a slash or by nothing.
 */
final class Separation {
    private static final Pattern QUOTED =
            Pattern.compile("(?s)'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|\\$([A-Za-z_]*)\\$.*?\\$\\1\\$");
    /** MySQL and MariaDB run what stands in such a comment. */
    private static final Pattern RUN_COMMENT = Pattern.compile("/\\*M?!");

    private static final Pattern SEPARATOR = Pattern.compile("(?im)^\\s*(GO|/)\\s*$");
    private static final Pattern ANOTHER = Pattern.compile("(?is)(?<=[\\s()])(?:"
            + "CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:UNIQUE\\s+|TEMP\\w*\\s+|MATERIALIZED\\s+)?(?:TABLE|INDEX|VIEW|FUNCTION|PROCEDURE|"
            + "TRIGGER|SEQUENCE|TYPE|SCHEMA)\\b"
            + "|(?:ALTER|DROP|TRUNCATE)\\s+(?:TABLE|VIEW|SEQUENCE)\\b|INSERT\\s+INTO\\b|DELETE\\s+FROM\\b|MERGE\\s+INTO\\b"
            + "|UPDATE\\s+[\\w.]+\\s+SET\\b|EXEC(?:UTE)?\\s)");

    private Separation() {}

    static boolean isOneStatement(String sql) {
        String bare = QUOTED.matcher(sql).replaceAll("q").strip();
        return !bare.contains(";")
                && !hasRunComment(bare)
                && !SEPARATOR.matcher(bare).find()
                && !ANOTHER.matcher(bare).find();
    }

    static boolean hasRunComment(String sql) {
        return RUN_COMMENT.matcher(sql).find();
    }
}
