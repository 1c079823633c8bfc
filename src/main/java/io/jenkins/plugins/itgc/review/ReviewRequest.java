package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which change to review.
 *
 * @param repository where it is
 * @param pullRequest number of the pull request; null for a commit of the production branch
 * @param commit the commit that is built; null when the pull request's own head is wanted, whatever it is
 * @param headHint where the pull request's branch is said to be; null when nobody said; only makes reading faster
 * @param service what is deployed; null outside a deploy
 * @param environment where it would be deployed; null outside a deploy
 */
public record ReviewRequest(
        RepositoryId repository,
        @Nullable Integer pullRequest,
        @Nullable CommitId commit,
        @Nullable HeadHint headHint,
        @Nullable String service,
        @Nullable String environment) {
    /**
     * Where the head branch of a pull request is said to be.
     *
     * @param repository the branch's repository
     * @param branch its name
     */
    public record HeadHint(RepositoryId repository, String branch) {}

    /** @throws IllegalArgumentException when neither a pull request nor a commit is named */
    public ReviewRequest {
        Objects.requireNonNull(repository, "repository");
        if (pullRequest == null && commit == null) {
            throw new IllegalArgumentException("Name the pull request or the commit to review.");
        }
    }

    /** How people name what is reviewed. */
    public String name() {
        return commit != null && pullRequest == null
                ? repository + "@" + commit.abbreviated()
                : repository + "#" + pullRequest;
    }
}
