package io.jenkins.plugins.itgc.review.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A label was put on or taken off.
 *
 * @param label name of the label
 * @param added true for put on
 * @param actor who did it
 * @param at the code host's time
 * @param labelChangedAt when the label itself was last changed, by a new name perhaps; null when that is not told
 */
public record LabelEvent(
        String label,
        boolean added,
        Account actor,
        Instant at,
        @Nullable Instant labelChangedAt) {}
