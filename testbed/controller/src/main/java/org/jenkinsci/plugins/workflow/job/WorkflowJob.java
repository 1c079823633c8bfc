package org.jenkinsci.plugins.workflow.job;

import hudson.model.Action;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;

/** A job that runs a Pipeline. */
public final class WorkflowJob extends Job<WorkflowJob, WorkflowRun> implements TopLevelItem {
    private volatile FlowDefinition definition;
    private volatile boolean concurrent = true;

    public WorkflowJob(ItemGroup<?> parent, String name) {
        super(parent, name);
    }

    public FlowDefinition getDefinition() {
        return definition;
    }

    /** Changes the Pipeline and saves the job. */
    public void setDefinition(FlowDefinition definition) {
        this.definition = definition;
        try {
            save();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public boolean isBuildable() {
        return definition != null;
    }

    public boolean isConcurrentBuild() {
        return concurrent;
    }

    public void setConcurrentBuild(boolean allowed) throws IOException {
        concurrent = allowed;
        save();
    }

    /** Asks for a build after the quiet period in seconds; null if the job cannot be built. */
    public QueueTaskFuture<WorkflowRun> scheduleBuild2(int quietPeriod, Action... actions) {
        return ControllerRuntime.current().queue().schedule(this, quietPeriod, actions);
    }

    @Override
    public void save() throws IOException {
        ControllerRuntime.current().items().save(this);
    }
}
