package io.jenkins.plugins.itgc.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A set of sequences, such as {@code 1,4-6}: what belongs together stands as a range, so that a set of very many stays short.
 *
 * @param ranges ascending, without overlap
 */
public record Sequences(List<Range> ranges) {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}(-\\d{1,18})?(,\\d{1,18}(-\\d{1,18})?)*");

    public Sequences {
        ranges = List.copyOf(ranges);
    }

    /** From one sequence to another, both in it. */
    public record Range(long first, long last) {
        private String text() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /** The set of these sequences. */
    public static Sequences of(Iterable<Long> sequences) {
        NavigableSet<Long> sorted = new TreeSet<>();
        sequences.forEach(sorted::add);
        List<Range> ranges = new ArrayList<>();
        for (long sequence : sorted) {
            Range open = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (open != null && open.last() + 1 == sequence) {
                ranges.set(ranges.size() - 1, new Range(open.first(), sequence));
            } else {
                ranges.add(new Range(sequence, sequence));
            }
        }
        return new Sequences(ranges);
    }

    /** @throws IllegalArgumentException when the text is not as {@link #text} writes it */
    public static Sequences read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("These are no numbers of entries.");
        }
        List<Range> ranges = new ArrayList<>();
        for (String written : text.split(",", -1)) {
            int dash = written.indexOf('-');
            long first = Long.parseLong(dash < 0 ? written : written.substring(0, dash));
            ranges.add(new Range(first, dash < 0 ? first : Long.parseLong(written.substring(dash + 1))));
        }
        Sequences read = new Sequences(ranges);
        if (!read.ascending() || !read.text().equals(text)) {
            throw new IllegalArgumentException("These numbers of entries are not in order.");
        }
        return read;
    }

    private boolean ascending() {
        long last = -1;
        for (Range range : ranges) {
            if (range.first() <= last || range.last() < range.first()) {
                return false;
            }
            last = range.last();
        }
        return true;
    }

    /** How many they are. */
    public long count() {
        return ranges.stream().mapToLong(range -> range.last() - range.first() + 1).sum();
    }

    /** Takes all of them out of a set. */
    void takeFrom(NavigableSet<Long> set) {
        ranges.forEach(range -> set.subSet(range.first(), true, range.last(), true).clear());
    }

    /** As it is written, and read again. */
    public String text() {
        StringBuilder text = new StringBuilder();
        ranges.forEach(range -> text.append(text.isEmpty() ? "" : ",").append(range.text()));
        return text.toString();
    }
}
