package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The handle of a running body. */
final class PipelineBody extends BodyExecution {
    private static final long serialVersionUID = 1L;
    private static final int NOT_STARTED = -2;

    private final PipelineContext owner;
    private volatile int thread = NOT_STARTED;
    private volatile Outcome outcome;
    private transient CompletableFuture<Object> future;

    PipelineBody(PipelineContext owner) {
        this.owner = owner;
    }

    void runsIn(int startedThread) {
        thread = startedThread;
    }

    synchronized void ended(Outcome with) {
        outcome = with;
        settle(future());
    }

    private synchronized CompletableFuture<Object> future() {
        if (future == null) {
            future = new CompletableFuture<>();
            settle(future);
        }
        return future;
    }

    private void settle(CompletableFuture<Object> target) {
        if (outcome == null) {
            return;
        }
        if (outcome.isSuccess()) {
            target.complete(outcome.getNormal());
        } else {
            target.completeExceptionally(outcome.getAbnormal());
        }
    }

    @Override
    public Collection<StepExecution> getCurrentExecutions() {
        return List.copyOf(owner.execution().program().leavesWithin(thread).stream()
                .map(ProgramThread::step)
                .filter(Objects::nonNull)
                .toList());
    }

    @Override
    public boolean cancel(Throwable cause) {
        if (isDone()) {
            return false;
        }
        owner.execution().inProgram(() -> owner.execution().stopWithin(thread, cause));
        return true;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return cancel(new CancellationException());
    }

    @Override
    public boolean isCancelled() {
        return outcome != null && outcome.getAbnormal() instanceof CancellationException;
    }

    @Override
    public boolean isDone() {
        return outcome != null;
    }

    @Override
    public Object get() throws InterruptedException, ExecutionException {
        return future().get();
    }

    @Override
    public Object get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        return future().get(timeout, unit);
    }
}
