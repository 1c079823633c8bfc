package io.jenkins.plugins.itgc.ledger.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180 has them, which no spreadsheet takes for formulas. */
public final class Csv {
    /** Tells spreadsheets that the text is UTF-8. */
    static final String MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile(
            "\\A[\\s\\p{Z}\\p{Cc}\uFEFF]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|\\A[\t\r\n].*", Pattern.DOTALL);
    private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

    /** Only what must be quoted is: tables are signed, so the same row always has the same bytes. */
    private static final CSVFormat QUOTED =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).build();

    private static final CSVFormat PLAIN =
            CSVFormat.RFC4180.builder().setQuote(null).build();

    private Csv() {}

    /** One row with its line end. Null becomes an empty cell. */
    public static String row(List<?> cells) {
        StringBuilder row = new StringBuilder();
        try {
            boolean first = true;
            for (Object cell : cells) {
                String text = text(cell);
                (SPECIAL.matcher(text).find() ? QUOTED : PLAIN).print(text, row, first);
                first = false;
            }
            PLAIN.println(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row.toString();
    }

    private static String text(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return !(value instanceof Number) && FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /**
     * Reads rows.
     *
     * @throws IllegalArgumentException when a quoted cell does not end, or the last row does not
     */
    public static List<List<String>> rows(String text) {
        String table = text.startsWith(MARK) ? text.substring(1) : text;
        if (!table.isEmpty() && !table.endsWith("\n")) {
            throw new IllegalArgumentException("The last row of the table is cut off.");
        }
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(table))) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The last row of the table is cut off, or a quoted cell does not end.", e);
        }
    }
}
