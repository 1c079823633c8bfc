package io.jenkins.plugins.itgc.approval;

/** Port: the request for approval of a change, with its answers. */
public interface Requests {
    /** What is known of the request, and of answers to it. Writes nothing. */
    ApprovalEvidence read(CarriedChange carried);

    /**
     * Requests approval unless that was done for exactly this, and records what the tickets say, and what nobody did in time.
     *
     * @return what is known then
     */
    ApprovalEvidence ask(CarriedChange carried);
}
