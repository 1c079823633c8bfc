package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The node of a running step. */
final class StepNode extends FlowNode {
    private final NodeRecord step;

    StepNode(FlowExecution execution, NodeRecord step) {
        super(execution, step.id());
        this.step = step;
    }

    NodeRecord step() {
        return step;
    }

    @Override
    protected String getTypeDisplayName() {
        return step.label();
    }

    @Override
    protected String getTypeFunctionName() {
        return step.function();
    }
}
