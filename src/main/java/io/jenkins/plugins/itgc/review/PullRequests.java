package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;

/** Port: reads pull requests from the code host. */
public interface PullRequests {
    /**
     * Reads everything about one pull request at one head.
     *
     * @param headHint may be null
     * @param policy names the approving label, whose labeller's permission is read, and the production branch
     */
    PullRequestFacts read(RepositoryId repository, int number, ReviewRequest.HeadHint headHint, ReviewPolicy policy)
            throws EvidenceUnavailable, InterruptedException;
}
