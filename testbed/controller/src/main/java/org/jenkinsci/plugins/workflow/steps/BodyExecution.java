package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.Future;

/** A running body. */
public abstract class BodyExecution implements Future<Object>, Serializable {
    private static final long serialVersionUID = 1L;

    protected BodyExecution() {}

    /** The innermost running steps of the body. */
    public abstract Collection<StepExecution> getCurrentExecutions();

    /** Stops the body with this cause. */
    public boolean cancel(Throwable cause) {
        throw new AbstractMethodError("cancel of " + getClass().getName());
    }
}
