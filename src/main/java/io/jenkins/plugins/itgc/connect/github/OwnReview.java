package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import org.jspecify.annotations.Nullable;

/**
 * A review that our own account gave.
 *
 * @param id GitHub's number of it
 * @param state what it says now
 * @param commit what it was given for; null when that is gone
 * @param body its text
 */
record OwnReview(String id, State state, @Nullable CommitId commit, String body) {}
