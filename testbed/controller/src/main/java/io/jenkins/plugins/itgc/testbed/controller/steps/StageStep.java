package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code stage}: a named part of the Pipeline. */
public final class StageStep extends Step {
    private final String name;

    /** The part's name. */
    @DataBoundConstructor
    public StageStep(String name) {
        this.name = name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Block(context, name);
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("stage", true);
        }
    }
}
