package org.jenkinsci.plugins.workflow.steps;

import hudson.AbortException;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.BackgroundWork;

/** A step that works in a thread of its own and does not survive a restart. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    private static final long serialVersionUID = 1L;

    private transient volatile BackgroundWork work;

    protected SynchronousNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        work = new BackgroundWork(getContext());
        work.submit(() -> getContext().onSuccess(run()));
        return false;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        if (work != null) {
            work.cancel(cause);
        }
        super.stop(cause);
    }

    @Override
    public void onResume() {
        getContext().onFailure(new AbortException("This step cannot go on after a restart of the controller"));
    }

    @Override
    public String getStatus() {
        return work == null ? "not yet scheduled" : work.status();
    }

    @Override
    public boolean blocksRestart() {
        return work != null && work.isRunning();
    }
}
