package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;

/** Asks a gate of the running build again. */
public interface GateChecks {
    /** @throws EvidenceUnavailable when it cannot be asked */
    GateCheck check(RequiredPass required) throws EvidenceUnavailable, InterruptedException;
}
