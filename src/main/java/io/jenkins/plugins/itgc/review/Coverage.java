package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which reviews cover the head: given for the same commit, for a commit with the same tree, or for a commit from which
 * only clean merges of the base lead to the head.
 */
public final class Coverage {
    private final Set<CommitId> commits = new HashSet<>();
    private final Set<TreeId> trees = new HashSet<>();

    private Coverage() {}

    public static Coverage of(PullRequestFacts facts) {
        Coverage coverage = new Coverage();
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
        trees.add(tree);
        return commits.add(commit);
    }

    private static Optional<CommitId> beforeCleanMerge(PullRequestFacts facts, CommitFacts merge) {
        return facts.merges().stream()
                .filter(candidate -> candidate.result().equals(merge.id()) && cleanMergeOfBase(facts, merge, candidate))
                .map(MergeFacts::reviewed)
                .findFirst();
    }

    /** A parent that is not among the pull request's own commits is reachable from its base, so it landed before. */
    private static boolean cleanMergeOfBase(PullRequestFacts facts, CommitFacts merge, MergeFacts candidate) {
        return merge.parents().size() == 2
                && merge.parents().get(0).equals(candidate.reviewed())
                && merge.parents().get(1).equals(candidate.onto())
                && facts.commit(candidate.onto()).isEmpty()
                && candidate.clean();
    }

    public boolean covers(ReviewFacts review) {
        boolean sameCommit = review.commit() != null && commits.contains(review.commit());
        boolean sameTree = review.tree() != null && trees.contains(review.tree());
        return sameCommit || sameTree;
    }
}
