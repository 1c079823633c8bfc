package io.jenkins.plugins.itgc.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Periods in order that neither overlap nor touch.
 *
 * @param periods ascending
 */
public record Timeline(List<Period> periods) {
    /** No period at all. */
    public static final Timeline EMPTY = new Timeline(List.of());

    /** @throws IllegalArgumentException when the periods are not in order, or touch */
    public Timeline {
        periods = List.copyOf(periods);
        for (int i = 1; i < periods.size(); i++) {
            if (!periods.get(i - 1).span().end().isBefore(periods.get(i).span().start())) {
                throw new IllegalArgumentException("The periods overlap, touch or are out of order.");
            }
        }
    }

    /** The union of any periods. */
    public static Timeline of(Collection<Period> any) {
        List<Period> sorted = new ArrayList<>(any);
        sorted.sort(Comparator.comparing((Period period) -> period.span().start()));
        Merging merging = new Merging();
        sorted.forEach(merging::add);
        return merging.timeline();
    }

    /** What has not ended at an instant, at most so many periods. */
    public List<Period> from(Instant instant, int limit) {
        int first = firstEndingAfter(instant);
        return periods.subList(first, Math.min(periods.size(), first + limit));
    }

    /** The period that an instant is in. */
    public Optional<Period> at(Instant instant) {
        int first = firstEndingAfter(instant);
        return first < periods.size() && periods.get(first).span().contains(instant)
                ? Optional.of(periods.get(first))
                : Optional.empty();
    }

    private int firstEndingAfter(Instant instant) {
        int low = 0;
        int high = periods.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (periods.get(middle).span().end().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The periods here less all time that is in the other. */
    public Timeline without(Timeline other) {
        List<Period> left = new ArrayList<>();
        for (Period period : periods) {
            Instant from = period.span().start();
            for (Period gone : other.from(from, other.periods.size())) {
                if (!gone.span().start().isBefore(period.span().end())) {
                    break;
                }
                addIfAny(left, from, gone.span().start(), period);
                from = gone.span().end();
            }
            addIfAny(left, from, period.span().end(), period);
        }
        return new Timeline(left);
    }

    private static void addIfAny(List<Period> left, Instant from, Instant to, Period period) {
        if (from.isBefore(to)) {
            left.add(new Period(new Span(from, to), period.causes()));
        }
    }
}
