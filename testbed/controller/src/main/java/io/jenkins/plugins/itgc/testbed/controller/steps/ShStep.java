package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sh}: runs a shell script in the present folder. */
public final class ShStep extends Step {
    private final String script;
    private boolean returnStdout;
    private boolean returnStatus;
    private String label;

    /** The script's text. */
    @DataBoundConstructor
    public ShStep(String script) {
        this.script = script;
    }

    /** Whether the step returns the output instead of logging it. */
    @DataBoundSetter
    public void setReturnStdout(boolean returnStdout) {
        this.returnStdout = returnStdout;
    }

    /** Whether the step returns the exit status instead of failing. */
    @DataBoundSetter
    public void setReturnStatus(boolean returnStatus) {
        this.returnStatus = returnStatus;
    }

    /** Told in the log. */
    @DataBoundSetter
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        if (label != null) {
            context.get(TaskListener.class).getLogger().println(label);
        }
        return new ShExecution(context, script, returnStdout, returnStatus);
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("sh", false, Workspace.class, TaskListener.class);
        }
    }
}
