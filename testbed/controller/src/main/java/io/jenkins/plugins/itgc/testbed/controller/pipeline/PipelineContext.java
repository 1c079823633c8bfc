package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.ListenableFuture;
import groovy.lang.Closure;
import hudson.model.Result;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The context of one call of a step; survives a restart because it is but three names. */
public final class PipelineContext extends StepContext {
    private static final long serialVersionUID = 1L;

    private final String run;
    private final int thread;
    private final int invocation;
    private transient volatile PipelineExecution execution;

    PipelineContext(PipelineExecution execution, int thread, int invocation) {
        this.execution = execution;
        this.run = execution.run().getExternalizableId();
        this.thread = thread;
        this.invocation = invocation;
    }

    PipelineExecution execution() {
        PipelineExecution known = execution;
        if (known == null) {
            known = ControllerRuntime.current().executions().byId(run);
            execution = known;
        }
        if (known == null) {
            throw new IllegalStateException("The build " + run + " does not run any more");
        }
        return known;
    }

    ProgramThread thread() {
        return execution().thread(thread);
    }

    @Override
    public <T> T get(Class<T> key) throws IOException, InterruptedException {
        return ContextLookup.find(key, this);
    }

    @Override
    public void onSuccess(Object result) {
        execution().stepEnded(thread, invocation, new Outcome(result, null));
    }

    @Override
    public void onFailure(Throwable failure) {
        execution().stepEnded(thread, invocation, new Outcome(null, Objects.requireNonNull(failure)));
    }

    @Override
    public boolean isReady() {
        return ControllerRuntime.isRunning()
                && ControllerRuntime.current().executions().byId(run) != null;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return execution().saveSoon();
    }

    @Override
    public void setResult(Result result) {
        execution().run().setResult(result);
    }

    @Override
    public boolean hasBody() {
        ProgramThread at = thread();
        return at != null && at.body() != null;
    }

    @Override
    public BodyInvoker newBodyInvoker() throws IllegalStateException {
        if (!hasBody()) {
            throw new IllegalStateException("There is no body to invoke");
        }
        return newBodyInvoker(thread().body());
    }

    /** Prepares a run of another closure than the step's one body. */
    public BodyInvoker newBodyInvoker(Closure<?> code) {
        return new PipelineBodyInvoker(this, code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PipelineContext that
                && run.equals(that.run)
                && thread == that.thread
                && invocation == that.invocation;
    }

    @Override
    public int hashCode() {
        return Objects.hash(run, thread, invocation);
    }

    @Override
    public String toString() {
        return "PipelineContext[" + run + ", thread " + thread + ", call " + invocation + "]";
    }
}
