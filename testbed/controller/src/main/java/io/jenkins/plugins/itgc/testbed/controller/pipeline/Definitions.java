package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import hudson.EnvVars;
import hudson.model.Run;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** What the sections of a declarative Pipeline need of the build that runs in this thread. */
public final class Definitions {
    private Definitions() {}

    /** Runs a block that only describes; it must not call steps. */
    public static void evaluate(Closure<?> block) {
        Continuable code = Closures.continuable(block);
        Outcome outcome = code.run0(new Outcome(null, null), Continuable.categories);
        if (code.isResumable()) {
            throw new IllegalStateException("Steps cannot be called here");
        } else if (outcome.isFailure()) {
            throw Sneaky.rethrown(outcome.getAbnormal());
        }
    }

    /** The build. */
    public static Run<?, ?> run() {
        return ProgramThread.current().program().execution().run();
    }

    /** The build's job. */
    public static WorkflowJob job() {
        return ProgramThread.current().program().execution().run().getParent();
    }

    /** The variables that the present line of control sees. */
    public static EnvVars environment() {
        ProgramThread thread = ProgramThread.current();
        return GlobalVariables.environment(thread.program().execution(), thread);
    }

    /** The repository of the running build, or null. */
    public static ScmVariable scm() {
        return ScmVariable.of(ProgramThread.current().program().execution().run());
    }
}
