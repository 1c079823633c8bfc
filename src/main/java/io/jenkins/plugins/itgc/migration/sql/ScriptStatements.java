package io.jenkins.plugins.itgc.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Divides a script into statements, through quotes, comments and dollar quotes. */
final class ScriptStatements {
    private static final Pattern DOLLAR = Pattern.compile("\\$[A-Za-z_]*\\$");
    private static final String EXPECT = "itgc:expect";

    private final String text;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private @Nullable String expected;
    private int at;
    private int line = 1;
    private int startLine;

    /**
     * A statement.
     *
     * @param line where it begins, from 1
     * @param sql without comments
     * @param expected what the comment right before it says must hold; null when there is none
     */
    record Statement(int line, String sql, @Nullable String expected) {}

    private ScriptStatements(String text) {
        this.text = text;
    }

    static List<Statement> of(String text) {
        ScriptStatements script = new ScriptStatements(text.replace("\r\n", "\n"));
        while (script.at < script.text.length()) {
            script.step();
        }
        script.end();
        return script.statements;
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("--", at) || (c == '#' && blank())) {
            comment(text.indexOf('\n', at));
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            blockComment(end < 0 ? text.length() : end + 2);
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else if (c == '$' && dollar() != null) {
            String mark = dollar();
            int end = text.indexOf(mark, at + mark.length());
            take(end < 0 ? text.length() : end + mark.length());
        } else if (c == ';') {
            end();
            at++;
        } else {
            take(at + 1);
        }
    }

    /** One that MySQL runs is a part of its statement. */
    private void blockComment(int end) {
        if (Separation.hasRunComment(text.substring(at, end))) {
            take(end);
        } else {
            skip(end);
        }
    }

    private @Nullable String dollar() {
        Matcher mark = DOLLAR.matcher(text).region(at, text.length());
        return mark.lookingAt() ? mark.group() : null;
    }

    private void comment(int lineEnd) {
        int end = lineEnd < 0 ? text.length() : lineEnd;
        String comment = text.substring(at, end).replaceFirst("^(--|#)\\s*", "");
        if (comment.toLowerCase(Locale.ROOT).startsWith(EXPECT)) {
            expected = comment.substring(EXPECT.length()).trim().replaceFirst(";$", "");
            if (blank() && restIsBlank(end)) {
                statements.add(new Statement(line, "", expected));
                expected = null;
            }
        }
        at = end;
    }

    /** An expectation at the end of a script, with no statement after it. */
    private boolean restIsBlank(int from) {
        return text.substring(from).isBlank();
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += quote != '"' && text.charAt(end) == '\\' ? 2 : 1;
        }
        take(Math.min(end + 1, text.length()));
    }

    private void take(int end) {
        if (blank() && !Character.isWhitespace(text.charAt(at))) {
            startLine = line;
        }
        current.append(text, at, end);
        skip(end);
    }

    private void skip(int end) {
        for (; at < end; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private boolean blank() {
        return current.toString().isBlank();
    }

    private void end() {
        if (!blank()) {
            statements.add(new Statement(startLine, current.toString().trim(), expected));
            expected = null;
        }
        current.setLength(0);
    }
}
