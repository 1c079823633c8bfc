package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import hudson.model.Job;
import hudson.model.TaskListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code node}: works in a folder of the controller, which is the testbed's only agent. */
public final class NodeStep extends Step {
    private String label;

    /** No mandatory parameters. */
    @DataBoundConstructor
    public NodeStep() {}

    /** Accepted and ignored: there is one agent. */
    @DataBoundSetter
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        String job = context.get(Job.class).getFullName();
        Path folder = Jenkins.get().getRootDir().toPath().resolve("workspace").resolve(job);
        Files.createDirectories(folder);
        context.get(TaskListener.class)
                .getLogger()
                .println("Running on Jenkins in " + folder + (label == null ? "" : " for the label " + label));
        EnvironmentExpander variables = EnvironmentExpander.merge(
                context.get(EnvironmentExpander.class),
                EnvironmentExpander.constant(Map.of("WORKSPACE", folder.toString(), "NODE_NAME", "built-in")));
        return new Block(context, null, new Workspace(folder.toString()), variables);
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("node", true, Job.class, TaskListener.class);
        }
    }
}
