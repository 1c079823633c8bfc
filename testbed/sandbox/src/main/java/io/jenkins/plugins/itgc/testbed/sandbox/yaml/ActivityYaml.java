package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import io.jenkins.plugins.itgc.testbed.sandbox.model.PushType;
import java.time.Instant;

/**
 * One push, as GitHub recorded it. Rows for a branch replace what would be derived for it from the commits.
 *
 * @param ref branch name
 * @param before commit, or nothing for a new branch
 * @param after commit, or nothing for a deleted branch
 */
public record ActivityYaml(String ref, String actor, PushType type, String before, String after, Instant at) {
    /** Fills in what was left out. */
    public ActivityYaml {
        type = Defaults.or(type, PushType.PUSH);
    }
}
