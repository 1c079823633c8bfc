package org.jenkinsci.plugins.workflow.flow;

/** The Pipelines that run. */
public class FlowExecutionList {
    /** When the controller stops: no Pipeline goes on any more. */
    public static final String EXECUTIONS_SUSPENDED = "FlowExecutionList.EXECUTIONS_SUSPENDED";

    private FlowExecutionList() {}
}
