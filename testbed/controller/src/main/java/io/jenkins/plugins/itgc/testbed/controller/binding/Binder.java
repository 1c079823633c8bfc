package io.jenkins.plugins.itgc.testbed.controller.binding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes objects from named values by their data-bound constructor and setters. */
public final class Binder {
    private Binder() {}

    /** A new object of the type; a {@link BindingFailure} names what does not fit. */
    public static Object bind(Class<?> type, Map<String, ?> values, String path) {
        BoundType bound = BoundType.of(type);
        if (!bound.isConstructible()) {
            throw new BindingFailure(path, type.getName() + " has no @DataBoundConstructor");
        }
        Map<String, Object> rest = new LinkedHashMap<>(values);
        Object[] arguments = arguments(bound, rest, path);
        Object made = construct(bound, arguments, path);
        set(made, bound, rest, path);
        return made;
    }

    /** An object inside another one, chosen by its only key, which is a symbol. */
    public static Object nested(Class<?> type, Map<String, ?> symbol, String path) {
        return Nested.of(type, symbol, path);
    }

    /** Sets the values of an existing object by its data-bound setters. */
    public static void configure(Object target, Map<String, ?> values, String path) {
        set(target, BoundType.of(target.getClass()), values, path);
    }

    private static Object[] arguments(BoundType bound, Map<String, Object> values, String path) {
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : bound.mandatory()) {
            String name = parameter.getName();
            arguments.add(Coercion.to(parameter.getParameterizedType(), values.remove(name), path + "." + name));
        }
        return arguments.toArray();
    }

    private static Object construct(BoundType bound, Object[] arguments, String path) {
        try {
            return bound.constructor().newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw failure(e.getCause(), path);
        } catch (ReflectiveOperationException e) {
            throw new BindingFailure(path, e.toString());
        }
    }

    private static void set(Object target, BoundType bound, Map<String, ?> values, String path) {
        checkKnown(target, bound, values, path);
        values.forEach((name, value) -> {
            BoundType.Property property = bound.optional().get(name);
            String at = path + "." + name;
            try {
                property.setter().set(target, Coercion.to(property.type(), value, at));
            } catch (InvocationTargetException e) {
                throw failure(e.getCause(), at);
            } catch (ReflectiveOperationException e) {
                throw new BindingFailure(at, e.toString());
            }
        });
    }

    private static void checkKnown(Object target, BoundType bound, Map<String, ?> values, String path) {
        for (String name : values.keySet()) {
            if (!bound.optional().containsKey(name)) {
                String type = target.getClass().getName();
                throw new BindingFailure(
                        path + "." + name, "Unknown parameter(s) found for class type '" + type + "': " + name);
            }
        }
    }

    private static RuntimeException failure(Throwable cause, String path) {
        if (cause instanceof BindingFailure inner) {
            return inner;
        }
        BindingFailure failure = new BindingFailure(path, cause.getMessage());
        failure.initCause(cause);
        return failure;
    }
}
