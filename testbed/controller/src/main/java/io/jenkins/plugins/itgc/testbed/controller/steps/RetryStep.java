package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.PrintStream;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code retry}: runs its body again while it fails. */
public final class RetryStep extends Step {
    private final int count;

    /** How often the body is tried at most. */
    @DataBoundConstructor
    public RetryStep(int count) {
        this.count = count;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, count);
    }

    private static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final int count;

        Execution(StepContext context, int count) {
            super(context);
            this.count = count;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public boolean start() {
            getContext().newBodyInvoker().withCallback(new Again(count)).start();
            return false;
        }
    }

    private static final class Again extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private int left;

        Again(int count) {
            left = count;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            context.onSuccess(result);
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public void onFailure(StepContext context, Throwable failure) {
            left--;
            boolean stopped = failure instanceof FlowInterruptedException i && i.isActualInterruption();
            if (left <= 0 || stopped) {
                context.onFailure(failure);
                return;
            }
            tell(context, failure);
            context.newBodyInvoker().withCallback(this).start();
        }

        private static void tell(StepContext context, Throwable failure) {
            try {
                PrintStream log = context.get(TaskListener.class).getLogger();
                log.println("ERROR: " + (failure instanceof AbortException ? failure.getMessage() : failure));
                log.println("Retrying");
            } catch (IOException e) {
                failure.addSuppressed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("retry", true, TaskListener.class);
        }
    }
}
