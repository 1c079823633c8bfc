package io.jenkins.plugins.itgc.window;

import java.util.List;

/**
 * A stretch of time with what makes it.
 *
 * @param span when
 * @param causes what makes it, at most {@link #MOST_CAUSES} of them, the one that lasts longest first; never empty
 */
public record Period(Span span, List<Cause> causes) {
    /** More are not told: one reason to be closed is enough. */
    public static final int MOST_CAUSES = 3;

    /**
     * Keeps the first {@link #MOST_CAUSES} different causes.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Period {
        // One is what nearly all have, and there are many.
        causes = causes.size() == 1
                ? List.copyOf(causes)
                : causes.stream().distinct().limit(MOST_CAUSES).toList();
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("A period needs a cause.");
        }
    }

    /** A period that one rule or event makes. */
    public Period(Span span, Cause cause) {
        this(span, List.of(cause));
    }

    /** What people are told first. */
    public Cause cause() {
        return causes.get(0);
    }
}
