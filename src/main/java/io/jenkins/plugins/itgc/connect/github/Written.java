package io.jenkins.plugins.itgc.connect.github;

/** What was done on GitHub to say what a gate decided. */
public enum Written {
    SUBMITTED,
    UPDATED,
    /** It said so already. */
    UNCHANGED
}
