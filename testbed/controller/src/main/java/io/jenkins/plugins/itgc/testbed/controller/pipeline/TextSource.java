package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** A definition that fetches the text of the Pipeline for each build. */
public interface TextSource {
    /** The text for a build. */
    String textFor(WorkflowRun run, TaskListener listener) throws IOException;
}
