package io.jenkins.plugins.itgc.approval;

import java.time.Duration;

/**
 * Who may invoke break-glass.
 *
 * @param group whose members may; empty when nobody may
 * @param reviewWithin how soon somebody else must have looked at it afterwards
 */
public record BreakGlassPolicy(String group, Duration reviewWithin) {
    /** Takes null for no group. */
    public BreakGlassPolicy {
        group = group == null ? "" : group.trim();
    }

    /** Whether anybody may invoke it. */
    public boolean allowed() {
        return !group.isEmpty();
    }
}
