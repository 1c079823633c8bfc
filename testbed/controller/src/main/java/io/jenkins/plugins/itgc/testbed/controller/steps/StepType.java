package io.jenkins.plugins.itgc.testbed.controller.steps;

import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What all descriptors of the built-in steps have in common. */
abstract class StepType extends StepDescriptor {
    private final String function;
    private final boolean block;
    private final Set<Class<?>> required;

    StepType(String function, boolean block, Class<?>... required) {
        this.function = function;
        this.block = block;
        this.required = Set.of(required);
    }

    @Override
    public final String getFunctionName() {
        return function;
    }

    @Override
    public final String getDisplayName() {
        return function;
    }

    @Override
    public final boolean takesImplicitBlockArgument() {
        return block;
    }

    @Override
    public final Set<? extends Class<?>> getRequiredContext() {
        return required;
    }
}
