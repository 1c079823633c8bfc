package io.jenkins.plugins.itgc.jenkins.gates;

import java.io.Serializable;

/** A gate that passed in a build: where the ledger tells of it, and how to ask it again. */
public final class PassedGate implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String gate;
    private final String evidenceId;
    private final GateCall call;

    /**
     * A pass.
     *
     * @param evidenceId the ledger's entry of it, sequence and hash
     * @param call asks the gate again
     */
    public PassedGate(String gate, String evidenceId, GateCall call) {
        this.gate = gate;
        this.evidenceId = evidenceId;
        this.call = call;
    }

    /** Name of the gate. */
    public String gate() {
        return gate;
    }

    /** The ledger's entry of the pass. */
    public String evidenceId() {
        return evidenceId;
    }

    GateCall call() {
        return call;
    }
}
