package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;

/** Port: keeps requests and their answers. */
public interface Requests {
    /** The question about this change with all answers; asked now if it was not, or not about exactly this. */
    ApprovalEvidence ask(CarriedChange carried) throws EvidenceUnavailable, InterruptedException;
}
