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
 * @param subject as what it is judged
 */
public record Change(
        RepositoryId repository,
        @Nullable CommitId commit,
        @Nullable TreeId tree,
        List<Integer> pullRequests,
        @Nullable String environment,
        Subject subject) {
    /** What is judged. What is said of one says nothing of the other, though both may be the same commit. */
    public enum Subject {
        /** One pull request, merged or not: its own commits, and nothing that they stand on. */
        PULL_REQUEST,
        /** A commit of the production branch, with all that it brings since the last deploy. */
        PRODUCTION_COMMIT
    }

    public Change {
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(subject, "subject");
        pullRequests = List.copyOf(pullRequests);
    }

    /**
     * A commit of the production branch.
     *
     * @param commit null while it could not be read
     * @param tree null while it could not be read
     * @param pullRequests numbers of those that it carries, as far as they are known
     * @param environment null outside a deploy
     */
    public static Change ofProduction(
            RepositoryId repository,
            @Nullable CommitId commit,
            @Nullable TreeId tree,
            List<Integer> pullRequests,
            @Nullable String environment) {
        return new Change(repository, commit, tree, pullRequests, environment, Subject.PRODUCTION_COMMIT);
    }

    /**
     * A pull request.
     *
     * @param commit its head; null while it could not be read
     * @param tree null while it could not be read
     * @param environment null outside a deploy
     */
    public static Change ofPullRequest(
            RepositoryId repository,
            @Nullable CommitId commit,
            @Nullable TreeId tree,
            int number,
            @Nullable String environment) {
        return new Change(repository, commit, tree, List.of(number), environment, Subject.PULL_REQUEST);
    }

    /**
     * A change before it is read.
     *
     * @param pullRequest its number; null for a commit of the production branch
     * @param commit null while it is not known
     * @param environment null outside a deploy
     */
    public static Change unread(
            RepositoryId repository,
            @Nullable Integer pullRequest,
            @Nullable CommitId commit,
            @Nullable String environment) {
        return pullRequest == null
                ? ofProduction(repository, commit, null, List.of(), environment)
                : ofPullRequest(repository, commit, null, pullRequest, environment);
    }

    /** The same, judged as something else. */
    public Change as(Subject other) {
        return new Change(repository, commit, tree, pullRequests, environment, other);
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
