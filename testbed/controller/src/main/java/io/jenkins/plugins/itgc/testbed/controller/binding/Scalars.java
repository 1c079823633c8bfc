package io.jenkins.plugins.itgc.testbed.controller.binding;

import java.util.Arrays;
import java.util.Map;

/** Turns single values into numbers, words and the like. */
final class Scalars {
    private static final Map<Class<?>, Object> ABSENT = Map.of(
            boolean.class, false, int.class, 0, long.class, 0L, double.class, 0.0, float.class, 0f, char.class, '\0');

    private Scalars() {}

    /** What a parameter gets that nobody gave a value. */
    static Object absent(Class<?> target) {
        return ABSENT.get(target);
    }

    /** The converted value, or null if it does not fit. */
    static Object convert(Class<?> target, Object value) {
        String text = value.toString();
        if (target == Object.class) {
            return value instanceof CharSequence ? text : value;
        } else if (target == String.class) {
            return value instanceof CharSequence || value instanceof Number || value instanceof Boolean ? text : null;
        } else if (target.isEnum()) {
            return constant(target, text);
        } else if (target == boolean.class || target == Boolean.class) {
            return bool(text);
        } else if (value instanceof Number || value instanceof CharSequence) {
            Object number = number(target, text);
            return number == null ? Coercion.text(target, text) : number;
        }
        return null;
    }

    private static Object constant(Class<?> target, String text) {
        return Arrays.stream(target.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("use one of " + Arrays.toString(target.getEnumConstants())));
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("use true or false");
        };
    }

    private static Object number(Class<?> target, String text) {
        if (target == int.class || target == Integer.class) {
            return Integer.valueOf(text);
        } else if (target == long.class || target == Long.class) {
            return Long.valueOf(text);
        } else if (target == double.class || target == Double.class) {
            return Double.valueOf(text);
        } else if ((target == char.class || target == Character.class) && text.length() == 1) {
            return text.charAt(0);
        }
        return null;
    }
}
