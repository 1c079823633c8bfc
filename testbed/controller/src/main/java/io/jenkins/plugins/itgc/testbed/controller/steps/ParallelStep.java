package io.jenkins.plugins.itgc.testbed.controller.steps;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.Extension;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.PipelineContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code parallel}: runs branches side by side. */
public final class ParallelStep extends Step {
    private final Map<String, Object> arguments;

    /** Branches by name, and perhaps {@code failFast}. */
    @DataBoundConstructor
    public ParallelStep(Map<String, Object> arguments) {
        this.arguments = new LinkedHashMap<>(arguments);
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        boolean failFast = Boolean.TRUE.equals(arguments.remove("failFast"));
        LinkedHashMap<String, Closure<?>> branches = new LinkedHashMap<>();
        for (Map.Entry<String, Object> branch : arguments.entrySet()) {
            if (!(branch.getValue() instanceof Closure<?> code)) {
                throw new AbortException("The branch " + branch.getKey() + " of parallel is no block");
            }
            branches.put(branch.getKey(), code);
        }
        return new Execution(context, branches, failFast);
    }

    /** Waits for all branches; fails with the worst of their failures. */
    static final class Execution extends StepExecution {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Closure<?>> branches;
        private final boolean failFast;
        private final LinkedHashMap<String, BodyExecution> running = new LinkedHashMap<>();
        private final LinkedHashMap<String, Object> results = new LinkedHashMap<>();
        private final int expected;
        private Throwable failure;

        Execution(StepContext context, Map<String, Closure<?>> branches, boolean failFast) {
            super(context);
            this.branches = branches;
            this.failFast = failFast;
            this.expected = branches.size();
        }

        @Override
        public boolean start() {
            if (branches.isEmpty()) {
                getContext().onSuccess(results);
                return true;
            }
            branches.forEach((name, code) -> running.put(
                    name,
                    ((PipelineContext) getContext())
                            .newBodyInvoker(code)
                            .withDisplayName("Branch: " + name)
                            .withCallback(new BranchEnd(this, name))
                            .start()));
            return false;
        }

        private void ended(String name, Object result, Throwable failed) {
            results.put(name, result);
            if (failed != null) {
                keepWorst(failed);
                if (failFast) {
                    running.forEach((other, body) -> body.cancel(failed));
                }
            }
            if (results.size() < expected) {
                return;
            }
            if (failure == null) {
                getContext().onSuccess(new LinkedHashMap<>(results));
            } else {
                getContext().onFailure(failure);
            }
        }

        private void keepWorst(Throwable failed) {
            boolean interrupted = failure instanceof FlowInterruptedException;
            if (failure == null || (interrupted && !(failed instanceof FlowInterruptedException))) {
                failure = failed;
            } else if (failure != failed) {
                failure.addSuppressed(failed);
            }
        }

        @Override
        public void stop(Throwable cause) {
            running.values().forEach(body -> body.cancel(cause));
        }
    }

    private static final class BranchEnd extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final Execution owner;
        private final String name;

        BranchEnd(Execution owner, String name) {
            this.owner = owner;
            this.name = name;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            owner.ended(name, result, null);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            owner.ended(name, null, failure);
        }
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("parallel", false);
        }
    }
}
