package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plain table in Markdown, whose columns are aligned so that it reads well on a console too. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        rows.add(List.of(columns));
    }

    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(1, widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("|", "|", "|")));
        return String.join("\n", lines);
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(i ->
                        " " + row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()) + " ")
                .collect(Collectors.joining("|", "|", "|"));
    }
}
