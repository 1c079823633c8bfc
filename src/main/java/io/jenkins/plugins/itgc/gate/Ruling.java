package io.jenkins.plugins.itgc.gate;

import java.util.Objects;

/**
 * What a gate said about a change, and why.
 *
 * @param gate name of the gate
 * @param change what was judged
 * @param decision the answer
 * @param explanation the tree of rules behind it
 */
public record Ruling(String gate, Change change, Decision decision, Explanation explanation) {
    /** @throws IllegalArgumentException for a Pass that does not name its commit and tree, or that its rules contradict */
    public Ruling {
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(change, "change");
        if (decision instanceof Decision.Pass) {
            requireGrounds(change, explanation);
        }
    }

    private static void requireGrounds(Change change, Explanation explanation) {
        if (!change.identified()) {
            throw new IllegalArgumentException("A Pass must name the commit and the tree it is for.");
        }
        if (explanation.outcome() != Outcome.PASS) {
            throw new IllegalArgumentException("A Pass contradicts its rules: " + explanation.summary());
        }
    }
}
