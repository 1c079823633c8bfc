package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.deploy.BranchHead;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;

/** Asks whether a commit is one that a branch stood at. */
public final class GitHubBranchHead implements BranchHead {
    private final GitHubApi api;

    GitHubBranchHead(GitHubApi api) {
        this.api = api;
    }

    @Override
    public boolean contains(RepositoryId repository, String branch, CommitId commit)
            throws EvidenceUnavailable, InterruptedException {
        return new BranchLine(api, repository).holds(branch, commit);
    }
}
