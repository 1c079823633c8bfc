package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.AbortException;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Where the text of a build's Pipeline comes from. */
final class PipelineText {
    private PipelineText() {}

    static String of(WorkflowRun run, TaskListener listener) throws IOException {
        FlowDefinition definition = run.getParent().getDefinition();
        if (definition instanceof CpsFlowDefinition text) {
            return text.getScript();
        } else if (definition instanceof TextSource source) {
            return source.textFor(run, listener);
        }
        throw new AbortException("The job " + run.getParent().getFullName() + " has no Pipeline");
    }
}
