package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Topic;
import java.util.Set;

/** Asks gates of the running build again. */
public interface GateChecks {
    /** @throws EvidenceUnavailable when it cannot be asked */
    GateCheck check(RequiredPass required) throws EvidenceUnavailable, InterruptedException;

    /**
     * A gate that had passed waits again: whoever it waits for is asked. Writes, and so is no part of a look.
     *
     * @param required as it was checked
     */
    void askAgain(RequiredPass required) throws EvidenceUnavailable, InterruptedException;

    /** What to listen to while one of those that were checked waits. */
    Set<Topic> topics();
}
