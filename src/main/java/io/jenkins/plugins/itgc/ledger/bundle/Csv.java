package io.jenkins.plugins.itgc.ledger.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them, which no spreadsheet takes for formulas. */
public final class Csv {
    /** Tells spreadsheets that the text is UTF-8. */
    static final String MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("\\A[\\s\\p{Z}\\p{Cc}\uFEFF]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|\\A[\t\r\n].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    private Csv() {}

    /** One row with its line end. Null becomes an empty cell. */
    public static String row(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (!(value instanceof Number) && FORMULA.matcher(text).matches()) {
            text = "'" + text;
        }
        return QUOTED.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /**
     * Reads rows.
     *
     * @throws IllegalArgumentException when a quoted cell does not end
     */
    public static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith(MARK) ? 1 : 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quoted && next == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(text.charAt(++i));
            } else if (next == '"') {
                quoted = !quoted;
            } else if (!quoted && (next == ',' || next == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (next == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || next != '\r') {
                cell.append(next);
            }
        }
        if (quoted || cell.length() > 0 || !row.isEmpty()) {
            throw new IllegalArgumentException("The last row of the table is cut off.");
        }
        return rows;
    }
}
