package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Evidence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the review of one change rests on.
 *
 * @param change what is judged, and as what
 * @param pullRequests each carried pull request with its tickets
 * @param baseline last deployed commit that the range starts after; null when nothing was deployed before, or for a
 *     review of one pull request
 * @param included steps of the production branch since the baseline, oldest first; empty for a review of one pull request
 */
public record ReviewEvidence(
        Change change,
        List<PullRequestEvidence> pullRequests,
        @Nullable CommitId baseline,
        List<IncludedChange> included)
        implements Evidence {
    public ReviewEvidence {
        pullRequests = List.copyOf(pullRequests);
        included = List.copyOf(included);
    }

    /** A pull request by its number; empty when the change does not carry it. */
    public Optional<PullRequestEvidence> pullRequest(int number) {
        return pullRequests.stream().filter(pr -> pr.facts().number() == number).findFirst();
    }
}
