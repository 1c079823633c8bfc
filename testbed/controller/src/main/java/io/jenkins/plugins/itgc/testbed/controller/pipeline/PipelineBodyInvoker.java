package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;

/** Prepares one run of a closure as the body of a step. */
final class PipelineBodyInvoker extends BodyInvoker {
    private final PipelineContext owner;
    private final Closure<?> code;
    private final List<Object> overrides = new ArrayList<>();
    private final ArrayList<BodyExecutionCallback> callbacks = new ArrayList<>();
    private String displayName;

    PipelineBodyInvoker(PipelineContext owner, Closure<?> code) {
        this.owner = owner;
        this.code = code;
    }

    @Override
    public BodyInvoker withContext(Object override) {
        overrides.add(override);
        return this;
    }

    @Override
    public BodyInvoker withDisplayName(String name) {
        displayName = name;
        return this;
    }

    @Override
    public BodyInvoker withCallback(BodyExecutionCallback callback) {
        callbacks.add(callback);
        return this;
    }

    @Override
    public BodyExecution start() {
        PipelineExecution execution = owner.execution();
        PipelineBody body = new PipelineBody(owner);
        execution.inProgram(() -> launch(execution, body));
        return body;
    }

    private void launch(PipelineExecution execution, PipelineBody body) {
        ProgramThread parent = owner.thread();
        if (parent == null) {
            return;
        }
        List<Object> context = new ArrayList<>(parent.context);
        context.addAll(overrides);
        execution.log().bodyStarted(displayName);
        ProgramThread started = execution.program().body(parent, code, context, new BodyEnd(owner, callbacks, body));
        body.runsIn(started.id);
        callbacks.forEach(c -> c.onStart(owner));
    }
}
