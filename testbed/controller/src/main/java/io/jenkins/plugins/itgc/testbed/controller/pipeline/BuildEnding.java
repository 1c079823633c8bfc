package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.codehaus.groovy.control.CompilationFailedException;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.MissingContextVariableException;

/** Tells how a build ended, as short as people need it. */
final class BuildEnding {
    private final Run<?, ?> run;
    private final TaskListener listener;

    BuildEnding(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    void report(Outcome outcome) {
        Throwable failure = outcome.getAbnormal();
        if (failure == null) {
            run.setResult(Result.SUCCESS);
        } else if (failure instanceof FlowInterruptedException interrupted) {
            run.setResult(interrupted.getResult());
            interrupted.handle(run, listener);
        } else {
            run.setResult(Result.FAILURE);
            explain(failure);
        }
    }

    private void explain(Throwable failure) {
        boolean plain = failure instanceof AbortException
                || failure instanceof MissingContextVariableException
                || failure instanceof CompilationFailedException
                || failure instanceof NoSuchMethodError;
        if (plain) {
            listener.error(failure.getMessage());
        } else {
            failure.printStackTrace(listener.getLogger());
        }
    }
}
