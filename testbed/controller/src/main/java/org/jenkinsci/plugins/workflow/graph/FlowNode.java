package org.jenkinsci.plugins.workflow.graph;

import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** One step or the start of a block in the graph of a build. */
public abstract class FlowNode extends Actionable implements Saveable {
    private final transient FlowExecution exec;
    private final String id;
    private final transient List<FlowNode> parents;

    protected FlowNode(FlowExecution exec, String id, FlowNode... parents) {
        this.exec = exec;
        this.id = id;
        this.parents = List.of(parents);
    }

    public FlowExecution getExecution() {
        return exec;
    }

    /** Unique within the build. */
    public String getId() {
        return id;
    }

    public List<FlowNode> getParents() {
        return parents;
    }

    @Override
    public String getDisplayName() {
        return getTypeDisplayName();
    }

    public String getDisplayFunctionName() {
        return getTypeFunctionName();
    }

    protected abstract String getTypeDisplayName();

    protected String getTypeFunctionName() {
        return getTypeDisplayName();
    }

    /** The path of the node's page below the context path, with a slash at the end. */
    public String getUrl() throws IOException {
        return exec.getUrl() + "execution/node/" + id + "/";
    }

    public final <T extends Action> T getPersistentAction(Class<T> type) {
        return getAction(type);
    }

    @Override
    public void save() throws IOException {}

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowNode that && id.equals(that.id) && exec == that.exec;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[id=" + id + "]";
    }
}
