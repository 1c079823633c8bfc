package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code script}: free Groovy inside a declarative Pipeline. */
public final class ScriptStep extends Step {
    /** No parameters. */
    @DataBoundConstructor
    public ScriptStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new Block(context, null);
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("script", true);
        }
    }
}
