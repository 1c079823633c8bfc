package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step by which the production branch moved on: the commits that one pull request put there, or a stray commit.
 *
 * @param onto where the production branch stood before; null when these are the first commits of all
 * @param commits commits on the production branch itself, oldest first; never empty
 * @param pullRequest number of the merged pull request they belong to; null when they belong to none
 * @param merge how its work was brought onto the branch; null when there is no pull request
 */
public record IncludedChange(
        @Nullable CommitId onto,
        List<CommitId> commits,
        @Nullable Integer pullRequest,
        @Nullable MergeFacts merge) {
    /** @throws IllegalArgumentException when there is no commit */
    public IncludedChange {
        commits = List.copyOf(commits);
        if (commits.isEmpty()) {
            throw new IllegalArgumentException("A step of the production branch has at least one commit.");
        }
    }

    /** Where the production branch stood after this step. */
    public CommitId last() {
        return commits.get(commits.size() - 1);
    }
}
