package io.jenkins.plugins.itgc.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins periods that overlap or touch. They come in the order of their starts. */
final class Merging {
    private final List<Period> done = new ArrayList<>();

    /** What is being joined; the first period itself as long as nothing was joined to it. */
    private @Nullable Period open;

    void add(Period next) {
        Period before = open;
        if (before == null || before.span().end().isBefore(next.span().start())) {
            close();
            open = next;
        } else {
            open = joined(before, next);
        }
    }

    private static Period joined(Period before, Period next) {
        if (next.span().end().isAfter(before.span().end())) {
            Span longer = new Span(before.span().start(), next.span().end());
            return new Period(longer, both(next.causes(), before.causes()));
        }
        return before.causes().size() < Period.MOST_CAUSES
                ? new Period(before.span(), both(before.causes(), next.causes()))
                : before;
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
        if (open != null) {
            done.add(open);
        }
    }

    Timeline timeline() {
        close();
        open = null;
        return new Timeline(done);
    }
}
