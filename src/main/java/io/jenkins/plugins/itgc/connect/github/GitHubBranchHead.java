package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.deploy.BranchHead;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.Set;

/** Compares a commit with the tip of a branch. */
public final class GitHubBranchHead implements BranchHead {
    /** How the branch stands to a commit that it contains. */
    private static final Set<String> CONTAINED = Set.of("ahead", "identical");

    private final GitHubApi api;

    GitHubBranchHead(GitHubApi api) {
        this.api = api;
    }

    @Override
    public boolean contains(RepositoryId repository, String branch, CommitId commit)
            throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + repository + "/compare/" + commit + "..." + PathSegments.encoded(branch) + "?per_page=1";
        String status = api.get(path, branch + " of " + repository, json -> json.text("status"));
        return CONTAINED.contains(status);
    }
}
