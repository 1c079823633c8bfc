package io.jenkins.plugins.itgc.gate;

import java.util.List;
import java.util.Objects;

/**
 * What a decision binds to. Never a time: commit dates are chosen by their author.
 *
 * @param repository where the commit is
 * @param commit the commit that was judged; null only while it could not be read
 * @param tree its tree; null only while it could not be read
 * @param pullRequests numbers of the pull requests it carries, in the order they were read
 * @param environment where it would be deployed; null for a review outside a deploy
 */
public record Change(
        RepositoryId repository, CommitId commit, TreeId tree, List<Integer> pullRequests, String environment) {
    public Change {
        Objects.requireNonNull(repository, "repository");
        pullRequests = List.copyOf(pullRequests);
    }

    /** A change of which only the repository and the pull request's number are known yet. */
    public static Change unread(RepositoryId repository, List<Integer> pullRequests, String environment) {
        return new Change(repository, null, null, pullRequests, environment);
    }

    /** Whether commit and tree are known, as a Pass needs. */
    public boolean identified() {
        return commit != null && tree != null;
    }
}
