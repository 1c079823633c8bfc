package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code echo}: writes a line to the log. */
public final class EchoStep extends Step {
    private final String message;

    /** A line of text. */
    @DataBoundConstructor
    public EchoStep(String message) {
        this.message = message;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Immediate(context, c -> {
            c.get(TaskListener.class).getLogger().println(message);
            return null;
        });
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("echo", false, TaskListener.class);
        }
    }
}
