package io.jenkins.plugins.itgc.connect.github;

/** What was done on GitHub to say what a gate decided. */
public enum Written {
    /** Something new was written. */
    SUBMITTED,
    /** What it said before was changed. */
    UPDATED,
    /** It said so already. */
    UNCHANGED
}
