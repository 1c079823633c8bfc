package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at the merges of the base that came after a review, so that a clean one need not void it. */
final class BaseMerges {
    private static final int LIMIT = 10;

    private final MergeComparison comparison;

    BaseMerges(GitHubApi api, RepositoryId repository) {
        this.comparison = new MergeComparison(api, repository);
    }

    /** Walks from the head down the first parents as long as they are merges, until something approved is reached. */
    List<MergeFacts> since(CommitFacts head, List<CommitFacts> commits, List<ReviewFacts> reviews)
            throws EvidenceUnavailable, InterruptedException {
        Map<CommitId, CommitFacts> own = new HashMap<>();
        commits.forEach(commit -> own.put(commit.id(), commit));
        List<MergeFacts> merges = new ArrayList<>();
        CommitFacts at = head;
        while (at != null && mayBeBaseMerge(at, own) && !approved(at, reviews) && merges.size() < LIMIT) {
            merges.add(comparison.compare(at.parents().get(0), at.parents().get(1), at.id(), at.tree()));
            at = own.get(at.parents().get(0));
        }
        return merges;
    }

    private static boolean mayBeBaseMerge(CommitFacts commit, Map<CommitId, CommitFacts> own) {
        return commit.parents().size() == 2
                && own.containsKey(commit.parents().get(0))
                && !own.containsKey(commit.parents().get(1));
    }

    private static boolean approved(CommitFacts commit, List<ReviewFacts> reviews) {
        return reviews.stream()
                .filter(review -> review.state() == ReviewFacts.State.APPROVED)
                .anyMatch(review -> commit.id().equals(review.commit()));
    }
}
