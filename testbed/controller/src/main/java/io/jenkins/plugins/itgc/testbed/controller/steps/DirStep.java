package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code dir}: works in another folder. */
public final class DirStep extends Step {
    private final String path;

    /** Relative to the present folder. */
    @DataBoundConstructor
    public DirStep(String path) {
        this.path = path;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        Path folder = context.get(Workspace.class).resolve(path);
        Files.createDirectories(folder);
        return new Block(context, null, new Workspace(folder.toString()));
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("dir", true, Workspace.class);
        }
    }
}
