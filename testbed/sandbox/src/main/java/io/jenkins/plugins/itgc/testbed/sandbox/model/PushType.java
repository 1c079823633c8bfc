package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.util.Locale;

/** GitHub's kinds of repository activity. */
public enum PushType {
    PUSH,
    FORCE_PUSH,
    BRANCH_CREATION,
    BRANCH_DELETION,
    PR_MERGE,
    MERGE_QUEUE_MERGE;

    /** As REST writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
