package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import java.nio.file.Files;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code readFile}: returns a text file. */
public final class ReadFileStep extends Step {
    private final String file;

    /** The file, relative to the present folder. */
    @DataBoundConstructor
    public ReadFileStep(String file) {
        this.file = file;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Immediate(
                context, c -> Files.readString(c.get(Workspace.class).resolve(file)));
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("readFile", false, Workspace.class);
        }
    }
}
