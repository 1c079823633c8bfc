package org.jenkinsci.plugins.workflow.flow;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import java.util.List;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A Pipeline that runs. */
public abstract class FlowExecution {
    protected FlowExecution() {}

    public abstract void start() throws IOException;

    /** The running steps; the innermost only, or all. */
    public ListenableFuture<List<StepExecution>> getCurrentExecutions(boolean innerMostOnly) {
        throw new AbstractMethodError("getCurrentExecutions of " + getClass().getName());
    }

    /** Stops the build. */
    public abstract void interrupt(Result result, CauseOfInterruption... causes)
            throws IOException, InterruptedException;

    /** The node of this id, or null. */
    public abstract FlowNode getNode(String id) throws IOException;

    public boolean isComplete() {
        throw new AbstractMethodError("isComplete of " + getClass().getName());
    }

    /** The path of the build below the context path, with a slash at the end. */
    public String getUrl() throws IOException {
        throw new AbstractMethodError("getUrl of " + getClass().getName());
    }
}
