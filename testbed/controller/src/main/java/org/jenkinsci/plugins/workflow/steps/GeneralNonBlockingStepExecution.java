package org.jenkinsci.plugins.workflow.steps;

import hudson.AbortException;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.BackgroundWork;

/** A step that now and then works in a thread of its own. */
public abstract class GeneralNonBlockingStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private transient volatile BackgroundWork work;
    private volatile boolean running;

    protected GeneralNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    /** Work that may fail. */
    @FunctionalInterface
    protected interface Block {
        void run() throws Exception;
    }

    /** Carries the block out in the background. */
    protected final void run(Block block) {
        BackgroundWork current = work();
        if (current.isCancelled()) {
            return;
        }
        current.submit(() -> {
            running = true;
            try {
                block.run();
            } finally {
                running = false;
            }
        });
    }

    private synchronized BackgroundWork work() {
        if (work == null) {
            work = new BackgroundWork(getContext());
        }
        return work;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        work().cancel(cause);
        super.stop(cause);
    }

    @Override
    public void onResume() {
        if (running) {
            getContext().onFailure(new AbortException("This step cannot go on after a restart of the controller"));
        }
    }

    @Override
    public String getStatus() {
        return running ? "running in a background thread" : "not currently scheduled, or running blocks";
    }

    @Override
    public boolean blocksRestart() {
        return running;
    }

    /** A callback whose end is carried out in the background. */
    protected abstract class TailCall extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        protected TailCall() {}

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            GeneralNonBlockingStepExecution.this.run(() -> {
                finished(context);
                context.onSuccess(result);
            });
        }

        @Override
        public final void onFailure(StepContext context, Throwable failure) {
            GeneralNonBlockingStepExecution.this.run(() -> {
                try {
                    finished(context);
                } catch (Exception e) {
                    failure.addSuppressed(e);
                }
                context.onFailure(failure);
            });
        }
    }
}
