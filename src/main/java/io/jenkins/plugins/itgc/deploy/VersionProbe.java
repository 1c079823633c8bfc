package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;

/** Asks production itself what runs there. */
public interface VersionProbe {
    /**
     * What it says: a commit, in full or abbreviated.
     *
     * @throws EvidenceUnavailable when it cannot be asked now, or does not say
     */
    String running() throws EvidenceUnavailable, InterruptedException;
}
