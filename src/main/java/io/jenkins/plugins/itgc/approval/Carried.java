package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;

/** Port: reads what a deploy would carry. */
public interface Carried {
    CarriedChange read() throws EvidenceUnavailable, InterruptedException;
}
