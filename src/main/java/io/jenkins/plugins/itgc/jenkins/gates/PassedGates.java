package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The gates that passed in a build, kept with it. A hint only: what counts is the ledger and a fresh judgement. */
public final class PassedGates extends InvisibleAction {
    /** Replaced, never changed: a build is saved by several threads, and one may be writing this down just now. */
    private volatile List<PassedGate> passed = new ArrayList<>();

    PassedGates() {}

    /** Those that were kept with a build, oldest first. */
    public PassedGates(List<PassedGate> passed) {
        this.passed = new ArrayList<>(passed);
    }

    /** The passes of a build, oldest first. */
    public static List<PassedGate> of(Run<?, ?> build) {
        synchronized (build) {
            PassedGates action = build.getAction(PassedGates.class);
            return action == null ? List.of() : List.copyOf(action.passed);
        }
    }

    /** Adds a pass to its build; a later pass of the same gate stands beside the earlier one. */
    static void add(Run<?, ?> build, PassedGate gate) throws IOException {
        synchronized (build) {
            PassedGates action = build.getAction(PassedGates.class);
            if (action == null) {
                action = new PassedGates();
                build.addAction(action);
            }
            List<PassedGate> more = new ArrayList<>(action.passed);
            more.add(gate);
            action.passed = more;
        }
        build.save();
    }
}
