package io.jenkins.plugins.itgc.testbed.controller.steps;

import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that runs its body once, with further objects in its context. */
final class Block extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<Object> contexts;

    Block(StepContext context, String name, Object... contexts) {
        super(context);
        this.name = name;
        this.contexts = List.of(contexts);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public boolean start() throws Exception {
        getContext()
                .newBodyInvoker()
                .withDisplayName(name)
                .withContexts(contexts)
                .withCallback(BodyExecutionCallback.wrap(getContext()))
                .start();
        return false;
    }
}
