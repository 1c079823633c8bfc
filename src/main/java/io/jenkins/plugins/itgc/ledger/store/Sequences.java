package io.jenkins.plugins.itgc.ledger.store;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.util.NavigableSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of sequences, such as {@code 1,4-6}: what belongs together stands as a range, so that a set of very many stays short.
 *
 * @param ranges each from its first sequence to just before the one after its last
 */
public record Sequences(ImmutableRangeSet<Long> ranges) {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,18}(-\\d{1,18})?(,\\d{1,18}(-\\d{1,18})?)*");

    /** The set of these sequences. */
    public static Sequences of(Iterable<Long> sequences) {
        RangeSet<Long> ranges = TreeRangeSet.create();
        sequences.forEach(sequence -> ranges.add(range(sequence, sequence)));
        return new Sequences(ImmutableRangeSet.copyOf(ranges));
    }

    /** Half open, so that neighbours are joined. */
    private static Range<Long> range(long first, long last) {
        return Range.range(first, BoundType.CLOSED, last + 1, BoundType.OPEN);
    }

    /** @throws IllegalArgumentException when the text is not as {@link #text} writes it */
    public static Sequences read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("These are no numbers of entries.");
        }
        RangeSet<Long> ranges = TreeRangeSet.create();
        for (String written : text.split(",", -1)) {
            int dash = written.indexOf('-');
            long first = Long.parseLong(dash < 0 ? written : written.substring(0, dash));
            ranges.add(range(first, dash < 0 ? first : Long.parseLong(written.substring(dash + 1))));
        }
        Sequences read = new Sequences(ImmutableRangeSet.copyOf(ranges));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("These numbers of entries are not in order.");
        }
        return read;
    }

    /** How many they are. */
    public long count() {
        return ranges.asRanges().stream()
                .mapToLong(range -> range.upperEndpoint() - range.lowerEndpoint())
                .sum();
    }

    /** Takes all of them out of a set. */
    void takeFrom(NavigableSet<Long> set) {
        ranges.asRanges().forEach(range -> set.subSet(range.lowerEndpoint(), true, range.upperEndpoint(), false)
                .clear());
    }

    /** As it is written, and read again. */
    public String text() {
        return ranges.asRanges().stream().map(Sequences::text).collect(Collectors.joining(","));
    }

    private static String text(Range<Long> range) {
        long last = range.upperEndpoint() - 1;
        return range.lowerEndpoint() == last ? Long.toString(last) : range.lowerEndpoint() + "-" + last;
    }
}
