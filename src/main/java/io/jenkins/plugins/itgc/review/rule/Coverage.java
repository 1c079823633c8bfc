package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which reviews cover the head: given for the same commit, for a commit with the same tree that left the base at the same
 * place, or for a commit from which only clean merges of the base lead to the head.
 */
public final class Coverage {
    private final PullRequestFacts facts;
    private final Map<CommitId, TreeId> covered = new HashMap<>();

    private Coverage(PullRequestFacts facts) {
        this.facts = facts;
    }

    /** Follows clean merges of the base from the head back to the commits that a review may have been given for. */
    public static Coverage of(PullRequestFacts facts) {
        Coverage coverage = new Coverage(facts);
        coverage.add(facts.head(), facts.headTree());
        Optional<CommitFacts> at = facts.commit(facts.head());
        while (at.isPresent()) {
            at = beforeCleanMerge(facts, at.get())
                    .flatMap(facts::commit)
                    .filter(commit -> coverage.add(commit.id(), commit.tree()));
        }
        return coverage;
    }

    private boolean add(CommitId commit, TreeId tree) {
        return covered.put(commit, tree) == null;
    }

    private static Optional<CommitId> beforeCleanMerge(PullRequestFacts facts, CommitFacts merge) {
        return facts.merges().stream()
                .filter(candidate -> candidate.result().equals(merge.id()) && cleanMergeOfBase(facts, merge, candidate))
                .map(MergeFacts::reviewed)
                .findFirst();
    }

    /** A parent that is not among the pull request's own commits is reachable from its base, so it was merged before. */
    private static boolean cleanMergeOfBase(PullRequestFacts facts, CommitFacts merge, MergeFacts candidate) {
        return merge.parents().size() == 2
                && merge.parents().get(0).equals(candidate.reviewed())
                && merge.parents().get(1).equals(candidate.onto())
                && facts.commit(candidate.onto()).isEmpty()
                && candidate.clean();
    }

    /** Whether a review is about what the head holds; never when its commit is gone. */
    public boolean covers(ReviewFacts review) {
        return review.commit() != null && (covered.containsKey(review.commit()) || rebuilt(review));
    }

    private boolean rebuilt(ReviewFacts review) {
        return facts.rebuilt().stream()
                .filter(rebuilt -> rebuilt.reviewed().equals(review.commit()) && rebuilt.sameChange())
                .map(rebuilt -> covered.get(rebuilt.result()))
                .anyMatch(tree -> tree != null && tree.equals(review.tree()));
    }
}
