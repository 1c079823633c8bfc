package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.ProductionBranch;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the production branch back to the last deployed commit, along the commits that stood on it. */
public final class GitHubProductionBranch implements ProductionBranch {
    private final GitHubApi api;

    GitHubProductionBranch(GitHubApi api) {
        this.api = api;
    }

    @Override
    public History read(RepositoryId repository, String branch, @Nullable CommitId baseline, CommitId commit)
            throws EvidenceUnavailable, InterruptedException {
        try {
            requireOn(branch, commit, repository);
            BranchCommits commits = BranchCommits.read(api, repository, baseline, commit);
            Map<CommitId, AssociatedPullRequests.Merged> owners =
                    new AssociatedPullRequests(api, repository, branch).of(commits.onBranch());
            List<List<BranchCommits.Commit>> steps = new Steps(owners).of(commits.onBranch());
            return new History(commits.tree(), included(repository, baseline == null ? last(steps) : steps, owners));
        } catch (MalformedAnswer e) {
            throw api.malformed(e);
        }
    }

    /** From a commit off the branch its first parents lead past what was pushed to the branch meanwhile. */
    private void requireOn(String branch, CommitId commit, RepositoryId repository)
            throws EvidenceUnavailable, InterruptedException {
        if (!new BranchLine(api, repository).holds(branch, commit)) {
            throw api.unavailable("connect.not-on-branch", branch, repository.toString(), commit.abbreviated());
        }
    }

    private static <T> List<T> last(List<T> steps) {
        return steps.subList(Math.max(0, steps.size() - 1), steps.size());
    }

    private List<IncludedChange> included(
            RepositoryId repository,
            List<List<BranchCommits.Commit>> steps,
            Map<CommitId, AssociatedPullRequests.Merged> owners)
            throws EvidenceUnavailable, InterruptedException {
        List<IncludedChange> included = new ArrayList<>();
        for (List<BranchCommits.Commit> step : steps) {
            included.add(included(repository, step, owners.get(step.get(0).id())));
        }
        return included;
    }

    private IncludedChange included(
            RepositoryId repository, List<BranchCommits.Commit> step, AssociatedPullRequests.@Nullable Merged owner)
            throws EvidenceUnavailable, InterruptedException {
        List<CommitId> ids = step.stream().map(BranchCommits.Commit::id).toList();
        CommitId onto = step.get(0).parents().stream().findFirst().orElse(null);
        if (owner == null || onto == null) {
            return new IncludedChange(onto, ids, null, null);
        }
        BranchCommits.Commit last = step.get(step.size() - 1);
        MergeFacts merge = new MergeComparison(api, repository).compare(owner.head(), onto, last.id(), last.tree());
        return new IncludedChange(onto, ids, owner.number(), merge);
    }
}
