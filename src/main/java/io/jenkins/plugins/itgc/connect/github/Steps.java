package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.CommitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts the commits of a branch into steps: commits in a row of one pull request (a rebase) make one step. */
record Steps(Map<CommitId, AssociatedPullRequests.Merged> owners) {
    List<List<BranchCommits.Commit>> of(List<BranchCommits.Commit> oldestFirst) {
        List<List<BranchCommits.Commit>> steps = new ArrayList<>();
        AssociatedPullRequests.Merged before = null;
        for (BranchCommits.Commit commit : oldestFirst) {
            AssociatedPullRequests.Merged owner = owners.get(commit.id());
            if (owner == null || !owner.equals(before)) {
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(commit);
            before = owner;
        }
        return steps;
    }
}
