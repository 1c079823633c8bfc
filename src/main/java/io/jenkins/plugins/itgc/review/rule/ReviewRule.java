package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;

/** One thing that must be true of a pull request before it may be deployed. */
public interface ReviewRule {
    /** Judges without input or output. */
    Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy);
}
