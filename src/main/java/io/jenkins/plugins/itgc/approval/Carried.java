package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;

/** Port: reads what a deploy would carry. */
public interface Carried {
    /**
     * What it carries now. Blocking.
     *
     * @throws EvidenceUnavailable when it cannot be read wholly
     */
    CarriedChange read() throws EvidenceUnavailable, InterruptedException;
}
