package io.jenkins.plugins.itgc;

import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * With -Ditgc.tries=N no property is tried more than N times, its examples are the same in each run, and one that fails is
 * not made smaller: mutation tests run each property hundreds of times and ask only whether it fails.
 */
public final class PropertiesOfMutations implements AroundPropertyHook {
    private static final int ALL = Integer.getInteger("itgc.tries", 0);
    private static final int USUAL = 1000;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (ALL > 0) {
            var attributes = context.attributes();
            attributes.setTries(Math.min(ALL, attributes.tries().orElse(USUAL)));
            attributes.setSeed("1");
            attributes.setShrinking(ShrinkingMode.OFF);
        }
        return property.execute();
    }
}
