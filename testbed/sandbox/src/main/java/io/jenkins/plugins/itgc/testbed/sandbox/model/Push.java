package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;

/** One row of a repository's activity; before or after are 40 zeros for a branch that came or went. */
public record Push(long id, String ref, Account actor, PushType type, String before, String after, Instant at) {
    /** What stands for no commit. */
    public static final String NOTHING = "0".repeat(40);
}
