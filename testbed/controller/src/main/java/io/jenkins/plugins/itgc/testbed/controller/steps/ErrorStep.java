package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.AbortException;
import hudson.Extension;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code error}: fails with a message. */
public final class ErrorStep extends Step {
    private final String message;

    /** A message for people. */
    @DataBoundConstructor
    public ErrorStep(String message) {
        this.message = message;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Immediate(context, c -> {
            throw new AbortException(message);
        });
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("error", false);
        }
    }
}
