package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import io.jenkins.plugins.itgc.testbed.controller.binding.Binder;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One call of a step from a script. */
final class StepCall {
    private final String name;
    private final StepArguments arguments;

    private StepCall(String name, StepArguments arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    static StepCall of(String name, Object args) {
        return new StepCall(name, StepArguments.parse(InvokerHelper.asList(args)));
    }

    /** Starts the step; returns its value, or suspends the script until there is one. */
    Object run() {
        StepDescriptor descriptor = StepDescriptor.byFunctionName(name);
        if (descriptor == null) {
            return symbolOrFailure();
        }
        ProgramThread thread = ProgramThread.current();
        PipelineExecution execution = thread.program().execution();
        NodeRecord node = thread.program().newNode(name, descriptor.getDisplayName());
        Outcome outcome = start(descriptor, thread, node);
        if (outcome == null) {
            return Continuable.suspend(name, null);
        }
        execution.leave(thread);
        return valueOf(outcome);
    }

    private Outcome start(StepDescriptor descriptor, ProgramThread thread, NodeRecord node) {
        thread.program().execution().log().stepStarted(name);
        PipelineContext context = thread.enter(node, arguments.body());
        try {
            checkBody(descriptor);
            descriptor.checkContextAvailability(context);
            Step step = (Step) Binder.bind(descriptor.clazz, arguments.named(descriptor), name);
            StepExecution execution = step.start(context);
            thread.started(execution);
            boolean ended = execution.start();
            Outcome immediate = thread.takeImmediate();
            return ended && immediate == null ? new Outcome(null, neverReported()) : immediate;
        } catch (Exception | LinkageError e) {
            thread.takeImmediate();
            return new Outcome(null, e);
        }
    }

    private IllegalStateException neverReported() {
        return new IllegalStateException("The step " + name + " ended without reporting a result");
    }

    private void checkBody(StepDescriptor descriptor) {
        boolean takesBody = descriptor.takesImplicitBlockArgument();
        if (takesBody && arguments.body() == null && !arguments.hasBranches()) {
            throw new IllegalStateException(name + " step must be called with a body");
        } else if (!takesBody && arguments.body() != null) {
            throw new IllegalStateException(name + " step takes no body");
        }
    }

    private Object symbolOrFailure() {
        Object symbol = Symbols.call(name, arguments);
        if (symbol != null) {
            return symbol;
        }
        List<String> known = StepDescriptor.all().stream()
                .map(StepDescriptor::getFunctionName)
                .sorted()
                .toList();
        throw new NoSuchMethodError("No such DSL method '" + name + "' found among steps " + known);
    }

    private static Object valueOf(Outcome outcome) {
        if (outcome.isSuccess()) {
            return outcome.getNormal();
        }
        throw Sneaky.rethrown(outcome.getAbnormal());
    }
}
