package io.jenkins.plugins.itgc.testbed.controller.binding;

import hudson.model.Describable;
import hudson.model.Result;
import hudson.util.Secret;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns values of scripts and configuration files into what a parameter wants. */
final class Coercion {
    private Coercion() {}

    static Object to(Type target, Object value, String path) {
        Class<?> raw = raw(target);
        if (value == null) {
            return Scalars.absent(raw);
        } else if (value instanceof SymbolCall || (value instanceof Map<?, ?> && !raw.isInstance(value))) {
            return Nested.of(raw, value, path);
        } else if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
            return many(target, raw, value, path);
        } else if (raw.isInstance(value) && raw != Object.class) {
            return value;
        } else if (Describable.class.isAssignableFrom(raw) && value instanceof CharSequence symbol) {
            return Nested.of(raw, new SymbolCall(symbol.toString(), Map.of(), null), path);
        }
        return scalar(raw, value, path);
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        } else if (type instanceof ParameterizedType p) {
            return (Class<?>) p.getRawType();
        }
        return type instanceof WildcardType w ? raw(w.getUpperBounds()[0]) : Object.class;
    }

    private static Object many(Type target, Class<?> raw, Object value, String path) {
        List<?> values = value instanceof Collection<?> c ? new ArrayList<>(c) : List.of(value);
        Type element = element(target, raw);
        List<Object> converted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            converted.add(to(element, values.get(i), path + "[" + i + "]"));
        }
        if (raw.isArray()) {
            return array(raw, converted);
        }
        return Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>(converted) : converted;
    }

    private static Type element(Type target, Class<?> raw) {
        if (raw.isArray()) {
            return raw.getComponentType();
        }
        return target instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : Object.class;
    }

    private static Object array(Class<?> raw, List<?> values) {
        Object array = Array.newInstance(raw.getComponentType(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static Object scalar(Class<?> raw, Object value, String path) {
        try {
            Object converted = Scalars.convert(raw, value);
            if (converted != null) {
                return converted;
            }
        } catch (IllegalArgumentException e) {
            throw new BindingFailure(path, "'" + value + "' does not fit " + lastOf(path) + ": " + e.getMessage());
        }
        throw new BindingFailure(path, lastOf(path) + " expects " + raw + " but received " + value.getClass());
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static Object text(Class<?> raw, String text) {
        if (raw == Secret.class) {
            return Secret.fromString(text);
        } else if (raw == Result.class) {
            return Result.fromString(text);
        }
        return raw == URL.class ? url(text) : null;
    }
}
