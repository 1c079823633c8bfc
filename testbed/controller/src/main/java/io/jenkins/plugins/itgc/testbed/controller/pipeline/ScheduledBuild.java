package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Action;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** A build that was asked for. */
final class ScheduledBuild implements QueueTaskFuture<WorkflowRun> {
    private final WorkflowJob job;
    private final Action[] actions;
    private final CompletableFuture<WorkflowRun> start = new CompletableFuture<>();
    private final CompletableFuture<WorkflowRun> end = new CompletableFuture<>();

    ScheduledBuild(WorkflowJob job, Action... actions) {
        this.job = job;
        this.actions = actions;
    }

    WorkflowJob job() {
        return job;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void begin() {
        try {
            PipelineExecution execution =
                    ControllerRuntime.current().executions().begin(job, actions);
            execution.completion().whenComplete((run, e) -> end.complete(run));
            start.complete(execution.run());
        } catch (java.io.IOException | RuntimeException e) {
            start.completeExceptionally(e);
            end.completeExceptionally(e);
        }
    }

    @Override
    public Future<WorkflowRun> getStartCondition() {
        return start;
    }

    @Override
    public WorkflowRun waitForStart() throws InterruptedException, ExecutionException {
        return start.get();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return start.cancel(false) && end.cancel(false);
    }

    @Override
    public boolean isCancelled() {
        return end.isCancelled();
    }

    @Override
    public boolean isDone() {
        return end.isDone();
    }

    @Override
    public WorkflowRun get() throws InterruptedException, ExecutionException {
        return end.get();
    }

    @Override
    public WorkflowRun get(long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return end.get(timeout, unit);
    }
}
