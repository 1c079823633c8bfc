package io.jenkins.plugins.itgc.gate;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        RepositoryId repository,
        @Nullable CommitId commit,
        @Nullable TreeId tree,
        List<Integer> pullRequests,
        @Nullable String environment) {
    public Change {
        Objects.requireNonNull(repository, "repository");
        pullRequests = List.copyOf(pullRequests);
    }

    /** A change of which only the repository and the pull request's number are known yet. */
    public static Change unread(RepositoryId repository, List<Integer> pullRequests, String environment) {
        return new Change(repository, null, null, pullRequests, environment);
    }

    /** The commit of a change that was read. @throws NullPointerException when it was not: nothing may rest on it then */
    public CommitId readCommit() {
        return Objects.requireNonNull(commit, "The commit of the change was not read.");
    }

    /** The tree of a change that was read. @throws NullPointerException when it was not: nothing may rest on it then */
    public TreeId readTree() {
        return Objects.requireNonNull(tree, "The tree of the change was not read.");
    }

    /** Where a change goes that is to be deployed. @throws NullPointerException when it goes nowhere */
    public String deployedTo() {
        return Objects.requireNonNull(environment, "The change is reviewed outside a deploy.");
    }

    /** Whether commit and tree are known, as a Pass needs. */
    public boolean identified() {
        return commit != null && tree != null;
    }
}
