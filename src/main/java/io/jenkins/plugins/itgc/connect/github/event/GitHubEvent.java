package io.jenkins.plugins.itgc.connect.github.event;

import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something happened.
 *
 * @param targets repositories and pull requests to look at again
 */
public record GitHubEvent(List<ReviewTarget> targets) {
    public GitHubEvent {
        targets = List.copyOf(targets);
    }

    /**
     * Something to look at.
     *
     * @param repository where
     * @param pullRequest its number; null for all that are open there
     * @param review whether to review it, or only to let those who wait for it look again
     */
    public record ReviewTarget(
            RepositoryId repository, @Nullable Integer pullRequest, boolean review) {}

    /** Nothing that concerns us. */
    public static GitHubEvent ignored() {
        return new GitHubEvent(List.of());
    }
}
