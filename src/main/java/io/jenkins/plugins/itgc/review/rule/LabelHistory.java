package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which labels stand, and who put them on last. */
record LabelHistory(List<LabelEvent> events) {
    /** Among events of the same second, taking off wins: it blocks. */
    private static final Comparator<LabelEvent> OLDEST_FIRST = Comparator.comparing(LabelEvent::at)
            .thenComparing(event -> !event.added())
            .thenComparing(event -> event.actor().key());

    static LabelHistory of(PullRequestFacts facts) {
        return new LabelHistory(
                facts.labelEvents().stream().sorted(OLDEST_FIRST).toList());
    }

    /** The event by which a label that stands was put on; label names differ in nothing but case are the same label. */
    Optional<LabelEvent> standing(String label) {
        return events.stream()
                .filter(event -> event.label().equalsIgnoreCase(label))
                .reduce((earlier, later) -> later)
                .filter(LabelEvent::added);
    }
}
