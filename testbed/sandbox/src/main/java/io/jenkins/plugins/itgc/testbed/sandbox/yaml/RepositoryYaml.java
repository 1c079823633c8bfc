package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One repository.
 *
 * @param git folder of a real repository, relative to the world's file; read only
 * @param forkOf full name of the repository whose objects this one shares
 * @param permissions login to permission; left out altogether: every user has write
 * @param visibleTo logins that may see the repository at all; left out: everybody with a token
 * @param branches branch name to commit
 */
public record RepositoryYaml(
        String defaultBranch,
        List<String> protectedBranches,
        Map<String, Permission> permissions,
        List<String> visibleTo,
        String git,
        String forkOf,
        List<CommitYaml> commits,
        Map<String, String> branches,
        List<PullRequestYaml> pullRequests,
        List<ActivityYaml> activity,
        List<DeploymentYaml> deployments,
        Map<String, Instant> labelChanges) {

    /** Fills in what was left out. */
    public RepositoryYaml {
        protectedBranches = protectedBranches == null ? null : List.copyOf(protectedBranches);
        commits = Defaults.list(commits);
        branches = Defaults.map(branches);
        pullRequests = Defaults.list(pullRequests);
        deployments = Defaults.list(deployments);
        labelChanges = Defaults.map(labelChanges);
    }
}
