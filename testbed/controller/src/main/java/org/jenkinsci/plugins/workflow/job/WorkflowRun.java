package org.jenkinsci.plugins.workflow.job;

import hudson.model.Queue;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.File;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** A build of a Pipeline. */
public final class WorkflowRun extends Run<WorkflowJob, WorkflowRun> implements Queue.Executable {
    public WorkflowRun(WorkflowJob job) throws IOException {
        super(job);
    }

    public WorkflowRun(WorkflowJob job, File dir) throws IOException {
        super(job, dir);
    }

    /** The running Pipeline, or null if it never started or has been forgotten. */
    public FlowExecution getExecution() {
        return ControllerRuntime.current().executions().of(this);
    }

    /** Stops the build in the name of the caller. */
    @RequirePOST
    public HttpResponse doStop() {
        ControllerRuntime.current().executions().stop(this);
        return HttpResponses.redirectToDot();
    }
}
