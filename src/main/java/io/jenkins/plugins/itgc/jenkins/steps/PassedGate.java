package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.jenkins.gates.GateCall;
import java.io.Serializable;

/** A gate that passed in a build. As builds that began under an earlier version kept it; becomes what it is now when it is read. */
final class PassedGate implements Serializable {
    private static final long serialVersionUID = 1L;

    private String gate;
    private String evidenceId;
    private GateCall call;

    private Object readResolve() {
        return new io.jenkins.plugins.itgc.jenkins.gates.PassedGate(gate, evidenceId, call);
    }
}
