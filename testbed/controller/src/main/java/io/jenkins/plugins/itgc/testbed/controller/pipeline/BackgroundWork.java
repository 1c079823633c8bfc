package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.springframework.security.core.Authentication;

/** Work of a step outside of its build's own thread; what it throws fails the step. */
public final class BackgroundWork {
    /** Work that may fail. */
    @FunctionalInterface
    public interface Task {
        /** Does the work. */
        void run() throws Exception;
    }

    private final StepContext context;
    private volatile Throwable stopCause;
    private volatile Future<?> future;
    private volatile String threadName;

    /** Work of the step with this context. */
    public BackgroundWork(StepContext context) {
        this.context = context;
    }

    /** Starts a task in the name of the caller. */
    public void submit(Task task) {
        Authentication who = Jenkins.getAuthentication2();
        future = ControllerRuntime.current().workers().submit(() -> carryOut(task, who));
    }

    private void carryOut(Task task, Authentication who) {
        threadName = Thread.currentThread().getName();
        ACLContext asCaller = ACL.as2(who);
        try (asCaller) {
            task.run();
        } catch (Throwable e) {
            fail(e);
        } finally {
            threadName = null;
        }
    }

    private void fail(Throwable failure) {
        Throwable stopped = stopCause;
        if (stopped == null) {
            context.onFailure(failure);
        } else if (failure != stopped) {
            stopped.addSuppressed(failure);
        }
    }

    /** Interrupts what runs; nothing is reported any more. */
    public void cancel(Throwable cause) {
        stopCause = cause;
        Future<?> running = future;
        if (running != null) {
            running.cancel(true);
        }
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return stopCause != null;
    }

    /** Whether a task runs now. */
    public boolean isRunning() {
        return threadName != null;
    }

    /** What happens, for developers. */
    public String status() {
        String name = threadName;
        return name == null ? "not currently scheduled" : "running in thread: " + name;
    }
}
