package io.jenkins.plugins.itgc.ledger.projection;

import java.util.Collection;
import java.util.List;

/**
 * How a number of durations are spread; all in milliseconds.
 *
 * @param count how many there are
 * @param median half of them took at most this long; 0 when there are none
 * @param p90 nine of ten took at most this long; 0 when there are none
 * @param average their mean; 0 when there are none
 */
public record Spread(int count, long median, long p90, long average) {
    /** The spread of these durations, by the nearest rank. */
    public static Spread of(Collection<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        long sum = sorted.stream().mapToLong(Long::longValue).sum();
        return new Spread(
                sorted.size(), rank(sorted, 50), rank(sorted, 90), sorted.isEmpty() ? 0 : sum / sorted.size());
    }

    private static long rank(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
