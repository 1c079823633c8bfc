package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the last look at one required gate gave.
 *
 * @param required which pass is asked for
 * @param recorded its pass in this build; null when the ledger holds none
 * @param fresh what it says now; null when it was not asked again
 * @param changed names of what its pass rested on and is not as it was
 */
public record GateCheck(
        RequiredPass required,
        @Nullable RecordedPass recorded,
        @Nullable Explanation fresh,
        Set<String> changed) {
    public GateCheck {
        changed = Set.copyOf(changed);
    }

    /** Whether it waits once more for what it had passed on, and nothing of that is another. */
    boolean waitsAgain() {
        return recorded != null && changed.isEmpty() && fresh != null && fresh.outcome() == Outcome.WAIT;
    }

    /** A gate that has no pass in this build. */
    public static GateCheck missing(RequiredPass required) {
        return new GateCheck(required, null, null, Set.of());
    }
}
