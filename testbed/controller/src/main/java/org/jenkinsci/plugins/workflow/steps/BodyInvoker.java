package org.jenkinsci.plugins.workflow.steps;

import java.util.Collection;

/** Prepares one run of a step's body. */
public abstract class BodyInvoker {
    protected BodyInvoker() {}

    /** Gives the body a further object, or another one of its type. */
    public abstract BodyInvoker withContext(Object override);

    public BodyInvoker withContexts(Object... overrides) {
        for (Object override : overrides) {
            withContext(override);
        }
        return this;
    }

    public BodyInvoker withContexts(Collection<?> overrides) {
        overrides.forEach(this::withContext);
        return this;
    }

    public abstract BodyInvoker withDisplayName(String name);

    public abstract BodyInvoker withCallback(BodyExecutionCallback callback);

    public abstract BodyExecution start();
}
