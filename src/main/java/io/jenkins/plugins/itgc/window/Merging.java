package io.jenkins.plugins.itgc.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Joins periods that overlap or touch. They come in the order of their starts. */
final class Merging {
    private final List<Period> done = new ArrayList<>();

    /** What is being joined; the first period as long as nothing was joined to it. */
    private Period alone;

    private Instant start;
    private Instant end;
    private List<Cause> causes;

    void add(Period next) {
        if (start == null || end.isBefore(next.span().start())) {
            close();
            begin(next);
        } else {
            join(next);
        }
    }

    private void begin(Period first) {
        alone = first;
        start = first.span().start();
        end = first.span().end();
        causes = first.causes();
    }

    private void join(Period next) {
        boolean longer = next.span().end().isAfter(end);
        if (longer) {
            end = next.span().end();
            causes = both(next.causes(), causes);
            alone = null;
        } else if (causes.size() < Period.MOST_CAUSES) {
            causes = both(causes, next.causes());
            alone = null;
        }
    }

    private static List<Cause> both(List<Cause> first, List<Cause> second) {
        if (first.size() >= Period.MOST_CAUSES || first.containsAll(second)) {
            return first;
        }
        if (first.size() == 1 && first.get(0).equals(second.get(0))) {
            return second;
        }
        List<Cause> all = new ArrayList<>(first);
        for (Cause cause : second) {
            if (all.size() < Period.MOST_CAUSES && !all.contains(cause)) {
                all.add(cause);
            }
        }
        return all;
    }

    private void close() {
        if (start != null) {
            done.add(alone != null ? alone : new Period(new Span(start, end), causes));
        }
    }

    Timeline timeline() {
        close();
        start = null;
        return new Timeline(done);
    }
}
