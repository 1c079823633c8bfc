package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;

/** Port: reads pull requests from the code host. */
public interface PullRequests {
    /**
     * Reads everything about one pull request at one head.
     *
     * @param headHint may be null
     * @param approvalLabel label whose labeller's permission is wanted; empty for none
     */
    PullRequestFacts read(
            RepositoryId repository, int number, ReviewRequest.HeadHint headHint, String approvalLabel)
            throws EvidenceUnavailable, InterruptedException;
}
