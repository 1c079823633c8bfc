package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.InvisibleAction;
import java.util.ArrayList;
import java.util.List;

/** The gates that passed in a build. As an earlier version kept them; becomes what it is now when it is read. */
final class PassedGates extends InvisibleAction {
    /** Of the one class or the other, as they were read. */
    private List<Object> passed = new ArrayList<>();

    @SuppressWarnings("UnusedMethod") // called by what reads builds
    private Object readResolve() {
        List<io.jenkins.plugins.itgc.jenkins.gates.PassedGate> gates = new ArrayList<>();
        for (Object gate : passed) {
            if (gate instanceof io.jenkins.plugins.itgc.jenkins.gates.PassedGate known) {
                gates.add(known);
            }
        }
        return new io.jenkins.plugins.itgc.jenkins.gates.PassedGates(gates);
    }
}
