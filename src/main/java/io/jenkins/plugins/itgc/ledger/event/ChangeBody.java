package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param subject as what it was judged; null for a commit of the production branch, and in entries of before it was kept
 */
public record ChangeBody(
        RepositoryBody repository,
        @Nullable CommitBody commit,
        @Nullable TreeBody tree,
        List<Integer> pullRequests,
        @Nullable String environment,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Subject subject) {
    /** What was judged where it was no commit of the production branch. */
    public enum Subject {
        /** One pull request. */
        PULL_REQUEST
    }

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
                change.environment(),
                change.subject() == Change.Subject.PULL_REQUEST ? Subject.PULL_REQUEST : null);
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
                environment,
                subject == null ? Change.Subject.PRODUCTION_COMMIT : Change.Subject.PULL_REQUEST);
    }
}
