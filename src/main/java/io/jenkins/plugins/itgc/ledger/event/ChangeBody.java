package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        RepositoryBody repository,
        @Nullable CommitBody commit,
        @Nullable TreeBody tree,
        List<Integer> pullRequests,
        @Nullable String environment) {
    public ChangeBody {
        pullRequests = OrEmpty.list(pullRequests);
    }

    /** A change as entries keep it; what could not be read stays null. */
    public static ChangeBody of(Change change) {
        return new ChangeBody(
                RepositoryBody.of(change.repository()),
                Known.map(change.commit(), CommitBody::of),
                Known.map(change.tree(), TreeBody::of),
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
                Known.map(commit, CommitBody::value),
                Known.map(tree, TreeBody::value),
                pullRequests,
                environment);
    }
}
