package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import groovy.lang.Closure;
import groovy.lang.GString;
import io.jenkins.plugins.itgc.testbed.controller.binding.BoundType;
import io.jenkins.plugins.itgc.testbed.controller.steps.ParallelStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/**
 * What a script passed to a step.
 *
 * @param named arguments by name
 * @param sole the one argument without name, or null
 * @param body the block, or null
 */
record StepArguments(Map<String, Object> named, Object sole, Closure<?> body) {
    static StepArguments parse(List<?> args) {
        boolean hasBody = !args.isEmpty() && args.get(args.size() - 1) instanceof Closure<?>;
        Closure<?> body = hasBody ? (Closure<?>) args.get(args.size() - 1) : null;
        List<?> rest = hasBody ? args.subList(0, args.size() - 1) : args;
        if (rest.isEmpty()) {
            return new StepArguments(Map.of(), null, body);
        } else if (rest.size() > 1) {
            throw new IllegalArgumentException("Expected named arguments but got " + rest);
        }
        return rest.get(0) instanceof Map<?, ?> map
                ? new StepArguments(plain(map), null, body)
                : new StepArguments(Map.of(), plain(rest.get(0)), body);
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((name, value) -> result.put(String.valueOf(name), plain(value)));
        return result;
    }

    private static Object plain(Object value) {
        return value instanceof GString text ? text.toString() : value;
    }

    boolean hasBranches() {
        return named.values().stream().anyMatch(Closure.class::isInstance);
    }

    /** All arguments by name. */
    Map<String, Object> named(StepDescriptor descriptor) {
        return descriptor.clazz == ParallelStep.class ? Map.of("arguments", named) : named(descriptor.clazz);
    }

    /** All arguments by name, for a type. */
    Map<String, Object> named(Class<?> type) {
        return sole == null ? named : Map.of(BoundType.of(type).soleParameter(), sole);
    }
}
