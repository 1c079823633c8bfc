package io.jenkins.plugins.itgc.testbed.sandbox.model;

/** How a pull request gets into its base branch. */
public enum MergeMethod {
    MERGE,
    SQUASH,
    REBASE
}
