package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import java.io.Serializable;

/** Hears of the start and the end of a body. */
public abstract class BodyExecutionCallback implements Serializable {
    private static final long serialVersionUID = 1L;

    protected BodyExecutionCallback() {}

    public void onStart(StepContext context) {}

    public abstract void onSuccess(StepContext context, Object result);

    public abstract void onFailure(StepContext context, Throwable failure);

    /** Passes the end on as it is. */
    public static BodyExecutionCallback wrap(FutureCallback<Object> callback) {
        return new Wrapper(callback);
    }

    private static final class Wrapper extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final FutureCallback<Object> callback;

        Wrapper(FutureCallback<Object> callback) {
            this.callback = callback;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            callback.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            callback.onFailure(failure);
        }
    }

    /** Does something at the end, whichever it is, and passes the result on. */
    public abstract static class TailCall extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        protected TailCall() {}

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            try {
                finished(context);
            } catch (Exception e) {
                context.onFailure(e);
                return;
            }
            context.onSuccess(result);
        }

        @Override
        public final void onFailure(StepContext context, Throwable failure) {
            try {
                finished(context);
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
            context.onFailure(failure);
        }
    }
}
