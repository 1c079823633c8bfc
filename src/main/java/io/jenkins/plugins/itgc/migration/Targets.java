package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.List;

/** Port: asks databases what they hold. */
public interface Targets {
    /**
     * What each target of the policy holds. A target that cannot be asked says so in its state.
     *
     * @throws EvidenceUnavailable when the files themselves could not be read
     */
    List<TargetState> ask(MigrationPolicy policy, Scripts scripts) throws EvidenceUnavailable, InterruptedException;
}
