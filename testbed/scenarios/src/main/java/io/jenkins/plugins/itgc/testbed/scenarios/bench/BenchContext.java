package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a step execution sees of its build, so that many can be measured without a pipeline around each. */
final class BenchContext extends StepContext {
    private static final long serialVersionUID = 1L;

    private static final TaskListener SILENT =
            () -> new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final transient Run<?, ?> run;
    private final transient CountDownLatch parked;
    private transient volatile long endedAt;
    private transient volatile Throwable failure;

    /** @param parked is told when the step waits */
    BenchContext(Run<?, ?> run, CountDownLatch parked) {
        this.run = run;
        this.parked = parked;
    }

    /** When the step ended, in {@link System#nanoTime()}; 0 while it did not. */
    long endedAt() {
        if (failure != null) {
            throw new IllegalStateException("A gate of the bench failed", failure);
        }
        return endedAt;
    }

    /** Waits until the step ends, and tells when that was. */
    long untilEnded() {
        while (endedAt() == 0) {
            LockSupport.parkNanos(20_000);
        }
        return endedAt();
    }

    @Override
    public <T> T get(Class<T> key) {
        if (key == Run.class) {
            return key.cast(run);
        }
        return key == TaskListener.class ? key.cast(SILENT) : null;
    }

    @Override
    public void onSuccess(Object result) {
        endedAt = System.nanoTime();
    }

    @Override
    public void onFailure(Throwable cause) {
        failure = cause;
    }

    @Override
    public ListenableFuture<Void> saveState() {
        parked.countDown();
        return Futures.immediateVoidFuture();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setResult(Result result) {
        throw new UnsupportedOperationException("A gate does not set the result of its build.");
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new IllegalStateException("A gate has no body.");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
