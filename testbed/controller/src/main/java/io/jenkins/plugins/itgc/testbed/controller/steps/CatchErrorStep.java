package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code catchError}: lets the build go on after a failure of its body. */
public final class CatchErrorStep extends Step {
    private String message;
    private String buildResult = "FAILURE";
    private String stageResult;
    private boolean catchInterruptions = true;

    /** No mandatory parameters. */
    @DataBoundConstructor
    public CatchErrorStep() {}

    /** Told before the failure's own message. */
    @DataBoundSetter
    public void setMessage(String message) {
        this.message = Util.fixEmptyAndTrim(message);
    }

    /** What the build's result becomes. */
    @DataBoundSetter
    public void setBuildResult(String buildResult) {
        this.buildResult = buildResult;
    }

    /** Told in the log; the testbed keeps no results of stages. */
    @DataBoundSetter
    public void setStageResult(String stageResult) {
        this.stageResult = stageResult;
    }

    /** Whether aborts are caught too. */
    @DataBoundSetter
    public void setCatchInterruptions(boolean catchInterruptions) {
        this.catchInterruptions = catchInterruptions;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, new Catch(message, buildResult, stageResult, catchInterruptions));
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final Catch callback;

        Execution(StepContext context, Catch callback) {
            super(context);
            this.callback = callback;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public boolean start() {
            getContext().newBodyInvoker().withCallback(callback).start();
            return false;
        }
    }

    private static final class Catch extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final String message;
        private final String buildResult;
        private final String stageResult;
        private final boolean interruptions;

        Catch(String message, String buildResult, String stageResult, boolean interruptions) {
            this.message = message;
            this.buildResult = buildResult;
            this.stageResult = stageResult;
            this.interruptions = interruptions;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            context.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            boolean interrupted = failure instanceof FlowInterruptedException;
            if (interrupted && !interruptions) {
                context.onFailure(failure);
                return;
            }
            try {
                tell(context, failure);
                String result = interrupted
                        ? ((FlowInterruptedException) failure).getResult().toString()
                        : buildResult;
                context.setResult(Result.fromString(result));
                context.onSuccess(null);
            } catch (IOException | InterruptedException e) {
                context.onFailure(e);
            }
        }

        private void tell(StepContext context, Throwable failure) throws IOException, InterruptedException {
            TaskListener listener = context.get(TaskListener.class);
            if (message != null) {
                listener.error(message);
            }
            listener.error(failure instanceof AbortException ? failure.getMessage() : failure.toString());
            if (stageResult != null) {
                listener.getLogger().println("Stage result: " + stageResult);
            }
        }
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("catchError", true, TaskListener.class);
        }
    }
}
