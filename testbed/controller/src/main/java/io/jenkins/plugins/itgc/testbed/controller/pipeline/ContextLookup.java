package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.EnvVars;
import hudson.console.ConsoleLogFilter;
import hudson.model.Job;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Finds what a step asks its context for. */
final class ContextLookup {
    private ContextLookup() {}

    static <T> T find(Class<T> key, PipelineContext context) throws IOException, InterruptedException {
        PipelineExecution execution = context.execution();
        ProgramThread thread = context.thread();
        if (thread != null) {
            T set = contextual(key, thread);
            if (set != null) {
                return set;
            }
        }
        return key.isInstance(execution.run()) ? key.cast(execution.run()) : ofBuild(key, execution, thread);
    }

    private static <T> T ofBuild(Class<T> key, PipelineExecution execution, ProgramThread thread)
            throws IOException, InterruptedException {
        if (Job.class.isAssignableFrom(key)) {
            return key.cast(execution.run().getParent());
        } else if (key == TaskListener.class) {
            return key.cast(listener(execution, thread));
        } else if (key == EnvVars.class) {
            return key.cast(environment(execution, thread));
        } else if (FlowNode.class.isAssignableFrom(key)) {
            return thread == null || thread.node() == null ? null : key.cast(execution.node(thread.node()));
        }
        return FlowExecution.class.isAssignableFrom(key) ? key.cast(execution) : null;
    }

    private static TaskListener listener(PipelineExecution execution, ProgramThread thread)
            throws IOException, InterruptedException {
        Masks masks = thread == null ? null : contextual(Masks.class, thread);
        ConsoleLogFilter filter = thread == null ? null : contextual(ConsoleLogFilter.class, thread);
        return execution.log().listener(masks, filter, execution.run());
    }

    static EnvVars environment(PipelineExecution execution, ProgramThread thread)
            throws IOException, InterruptedException {
        EnvVars env = BuildEnvironment.of(execution.run());
        EnvironmentExpander expander = thread == null ? null : contextual(EnvironmentExpander.class, thread);
        if (expander != null) {
            expander.expand(env);
        }
        return env;
    }

    /** The innermost object of the type that a body was given, or null. */
    static <T> T contextual(Class<T> key, ProgramThread thread) {
        List<Object> context = thread.context;
        for (int i = context.size() - 1; i >= 0; i--) {
            if (key.isInstance(context.get(i))) {
                return key.cast(context.get(i));
            }
        }
        return null;
    }
}
