package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One entry of a section: a name with arguments, a block, or both. */
public final class Call implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<Object> arguments;
    private final Closure<?> closure;

    Call(String name, Object... all) {
        this.name = name;
        int last = all.length - 1;
        boolean hasClosure = last >= 0 && all[last] instanceof Closure<?>;
        this.closure = hasClosure ? (Closure<?>) all[last] : null;
        this.arguments = new java.util.ArrayList<>(Arrays.asList(hasClosure ? Arrays.copyOf(all, last) : all));
    }

    /** The entry's name. */
    public String name() {
        return name;
    }

    /** The block, or null. */
    public Closure<?> closure() {
        return closure;
    }

    /** The first argument, or null. */
    public Object value() {
        if (arguments.isEmpty()) {
            return null;
        }
        return arguments.get(0) instanceof GString text ? text.toString() : arguments.get(0);
    }

    /** The first argument as the arguments of a step. */
    public Object arguments() {
        return value() == null ? Map.of() : value();
    }

    /** The named arguments; empty if there are none. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        if (value() instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
        }
        return named;
    }
}
