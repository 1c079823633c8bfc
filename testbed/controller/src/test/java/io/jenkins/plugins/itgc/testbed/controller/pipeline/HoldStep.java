package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.Extension;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A durable step that waits until a test lets it go. */
public final class HoldStep extends Step {
    private final String name;
    private int weight = 1;

    /** A name by which tests find it. */
    @DataBoundConstructor
    public HoldStep(String name) {
        this.name = name;
    }

    /** Returned as part of the value. */
    @DataBoundSetter
    public void setWeight(int weight) {
        this.weight = weight;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, name, weight);
    }

    /** Lets all waiting steps of this name go. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void release(String name) {
        StepExecution.acceptAll(Execution.class, e -> {
            if (e.name.equals(name)) {
                e.getContext().onSuccess(name + e.weight + (e.resumed ? " resumed" : ""));
            }
        });
    }

    /** Waits. */
    public static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final int weight;
        private transient boolean resumed;

        Execution(StepContext context, String name, int weight) {
            super(context);
            this.name = name;
            this.weight = weight;
        }

        @Override
        public boolean start() throws Exception {
            getContext().get(TaskListener.class).getLogger().println("Holding " + name);
            return false;
        }

        @Override
        public void onResume() {
            resumed = true;
            try {
                getContext().get(TaskListener.class).getLogger().println("Still holding " + name);
            } catch (Exception e) {
                getContext().onFailure(e);
            }
        }
    }

    /** Makes the step known to all tests. */
    @Extension
    public static final class Type extends StepDescriptor {
        /** Called at the start. */
        public Type() {}

        @Override
        public String getFunctionName() {
            return "hold";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(TaskListener.class);
        }
    }
}
