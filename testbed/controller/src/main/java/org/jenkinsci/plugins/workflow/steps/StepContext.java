package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import java.io.Serializable;

/** What a running step sees of its build, and where it reports its end. */
public abstract class StepContext implements FutureCallback<Object>, Serializable {
    private static final long serialVersionUID = 1L;

    protected StepContext() {}

    /** The object of this type, or null. */
    public abstract <T> T get(Class<T> key) throws IOException, InterruptedException;

    @Override
    public abstract void onSuccess(Object result);

    /** Whether {@link #get} answers at once. */
    public abstract boolean isReady();

    /** Writes the program to disk. */
    public abstract ListenableFuture<Void> saveState();

    public abstract void setResult(Result result);

    /** Prepares a run of the step's body. */
    public abstract BodyInvoker newBodyInvoker() throws IllegalStateException;

    public boolean hasBody() {
        throw new AbstractMethodError("hasBody of " + getClass().getName());
    }

    @Override
    public abstract boolean equals(Object other);

    @Override
    public abstract int hashCode();
}
