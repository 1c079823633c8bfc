package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Port: reads pull requests from the code host. */
public interface PullRequests {
    /**
     * Reads everything about one pull request at one head.
     *
     * @param headHint may be null
     * @param policy names the approving label, whose labeller's permission is read, and the production branch
     * @param described is told the description as soon as it is known, so that what it names can be read meanwhile
     */
    PullRequestFacts read(
            RepositoryId repository,
            int number,
            ReviewRequest.@Nullable HeadHint headHint,
            ReviewPolicy policy,
            Consumer<String> described)
            throws EvidenceUnavailable, InterruptedException;
}
