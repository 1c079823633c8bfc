package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code timeout}: stops its body after a time. */
public final class TimeoutStep extends Step {
    private final int time;
    private TimeUnit unit = TimeUnit.MINUTES;

    /** How long the body may take. */
    @DataBoundConstructor
    public TimeoutStep(int time) {
        this.time = time;
    }

    /** The unit of the time; minutes unless set. */
    @DataBoundSetter
    public void setUnit(TimeUnit unit) {
        this.unit = unit;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, System.currentTimeMillis() + unit.toMillis(time));
    }

    static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final long end;
        private BodyExecution body;
        private transient volatile ScheduledFuture<?> timer;

        Execution(StepContext context, long end) {
            super(context);
            this.end = end;
        }

        @Override
        public boolean start() throws Exception {
            body = getContext().newBodyInvoker().withCallback(new End(this)).start();
            onResume();
            return false;
        }

        @Override
        public void onResume() {
            long left = Math.max(0, end - System.currentTimeMillis());
            timer = Timer.get().schedule(this::exceeded, left, TimeUnit.MILLISECONDS);
        }

        private void exceeded() {
            try {
                getContext().get(TaskListener.class).getLogger().println("Cancelling nested steps due to timeout");
                body.cancel(new FlowInterruptedException(Result.ABORTED, true, new Exceeded()));
            } catch (IOException e) {
                getContext().onFailure(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void over() {
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }

    private static final class End extends BodyExecutionCallback.TailCall {
        private static final long serialVersionUID = 1L;
        private final Execution execution;

        End(Execution execution) {
            this.execution = execution;
        }

        @Override
        protected void finished(StepContext context) {
            execution.over();
        }
    }

    private static final class Exceeded extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        @Override
        public String getShortDescription() {
            return "Timeout has been exceeded";
        }
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("timeout", true, TaskListener.class);
        }
    }
}
