package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code writeFile}: writes a text file. */
public final class WriteFileStep extends Step {
    private final String file;
    private final String text;

    /** The file, relative to the present folder, and its text. */
    @DataBoundConstructor
    public WriteFileStep(String file, String text) {
        this.file = file;
        this.text = text;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Immediate(context, c -> {
            Path path = c.get(Workspace.class).resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return null;
        });
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("writeFile", false, Workspace.class);
        }
    }
}
