package io.jenkins.plugins.itgc.ledger.projection;

import java.util.stream.LongStream;

/**
 * How a number of durations are spread; all in milliseconds.
 *
 * @param count how many there are
 * @param median half of them took at most this long; 0 when there are none
 * @param p90 the 90th percentile; 0 when there are none
 * @param average their mean; 0 when there are none
 */
public record Spread(int count, long median, long p90, long average) {
    /** The spread of these durations, by the nearest rank. */
    public static Spread of(LongStream millis) {
        long[] sorted = millis.sorted().toArray();
        long average = sorted.length == 0 ? 0 : LongStream.of(sorted).sum() / sorted.length;
        return new Spread(sorted.length, rank(sorted, 50), rank(sorted, 90), average);
    }

    private static long rank(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
    }
}
