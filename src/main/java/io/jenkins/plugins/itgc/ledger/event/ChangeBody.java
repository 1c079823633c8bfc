package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Change;
import java.util.List;

/**
 * What a decision binds to.
 *
 * @param repository where the commit is
 * @param commit the commit that was judged; null while it was not known
 * @param tree its tree; null while it was not known
 * @param pullRequests numbers of the pull requests that it carries
 * @param environment where it would be deployed; null outside a deploy
 */
public record ChangeBody(
        RepositoryBody repository, CommitBody commit, TreeBody tree, List<Integer> pullRequests, String environment) {
    public ChangeBody {
        pullRequests = pullRequests == null ? List.of() : List.copyOf(pullRequests);
    }

    /** Null for null. */
    public static ChangeBody of(Change change) {
        return change == null
                ? null
                : new ChangeBody(
                        RepositoryBody.of(change.repository()),
                        CommitBody.of(change.commit()),
                        TreeBody.of(change.tree()),
                        change.pullRequests(),
                        change.environment());
    }

    /** @throws IllegalArgumentException when a part is not what its name says */
    public Change value() {
        if (repository == null) {
            throw new IllegalArgumentException("The change names no repository.");
        }
        return new Change(
                repository.value(),
                commit == null ? null : commit.value(),
                tree == null ? null : tree.value(),
                pullRequests,
                environment);
    }
}
