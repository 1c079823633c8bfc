package io.jenkins.plugins.itgc.testbed.sandbox.model;

/** GitHub's states of a review. */
public enum ReviewState {
    APPROVED,
    CHANGES_REQUESTED,
    COMMENTED,
    DISMISSED,
    PENDING
}
