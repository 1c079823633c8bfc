package io.jenkins.plugins.itgc.testbed.controller.binding;

import hudson.model.Descriptor;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;

/** Makes the objects that stand inside others, by symbol, by {@code $class} or by the parameter's own type. */
final class Nested {
    private Nested() {}

    static Object of(Class<?> target, Object value, String path) {
        if (value instanceof SymbolCall call) {
            Class<?> type = bySymbol(target, call.symbol(), path);
            return Binder.bind(type, call.argumentsFor(type), path);
        }
        Map<String, Object> values = named((Map<?, ?>) value);
        Object className = values.remove("$class");
        if (className != null) {
            return Binder.bind(byClassName(target, className.toString(), path), values, path);
        }
        return BoundType.of(target).isConstructible()
                ? Binder.bind(target, values, path)
                : bySoleKey(target, values, path);
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((k, v) -> named.put(String.valueOf(k), v));
        return named;
    }

    private static Object bySoleKey(Class<?> target, Map<String, Object> values, String path) {
        if (values.size() != 1) {
            throw new BindingFailure(
                    path, "Expected one symbol of a " + target.getName() + " but got " + values.keySet());
        }
        String symbol = values.keySet().iterator().next();
        String at = path + "." + symbol;
        Class<?> type = bySymbol(target, symbol, at);
        Object inner = values.get(symbol);
        if (inner instanceof Map<?, ?> map) {
            return Binder.bind(type, named(map), at);
        }
        return Binder.bind(
                type, inner == null ? Map.of() : Map.of(BoundType.of(type).soleParameter(), inner), at);
    }

    private static Class<?> bySymbol(Class<?> target, String symbol, String path) {
        for (Descriptor<?> descriptor : ControllerRuntime.current().extensions().descriptors()) {
            Symbol names = descriptor.getClass().getAnnotation(Symbol.class);
            if (names != null
                    && target.isAssignableFrom(descriptor.clazz)
                    && List.of(names.value()).contains(symbol)) {
                return descriptor.clazz;
            }
        }
        throw new BindingFailure(path, "No symbol '" + symbol + "' is known for " + target.getName());
    }

    private static Class<?> byClassName(Class<?> target, String name, String path) {
        return ControllerRuntime.current().extensions().descriptors().stream()
                .<Class<?>>map(d -> d.clazz)
                .filter(target::isAssignableFrom)
                .filter(c -> c.getName().equals(name) || c.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new BindingFailure(path, "No class " + name + " is known for " + target.getName()));
    }
}
