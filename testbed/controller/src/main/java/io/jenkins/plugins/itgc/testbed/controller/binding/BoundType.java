package io.jenkins.plugins.itgc.testbed.controller.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The parameters of a type that is made from named values. */
public final class BoundType {
    /** Puts a value into an object. */
    interface Setter {
        void set(Object target, Object value) throws ReflectiveOperationException;
    }

    /**
     * An optional parameter.
     *
     * @param type what the value must become
     * @param setter where it goes
     */
    record Property(Type type, Setter setter) {}

    private final Class<?> type;
    private final Constructor<?> constructor;
    private final Map<String, Property> properties = new LinkedHashMap<>();

    private BoundType(Class<?> type) {
        this.type = type;
        this.constructor = find(type);
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            collect(c);
        }
    }

    /** The parameters of a type; its constructor may be missing if it is a configuration. */
    public static BoundType of(Class<?> type) {
        return new BoundType(type);
    }

    private static Constructor<?> find(Class<?> type) {
        for (Constructor<?> candidate : type.getConstructors()) {
            if (candidate.isAnnotationPresent(DataBoundConstructor.class)) {
                return candidate;
            }
        }
        return null;
    }

    private void collect(Class<?> from) {
        for (Method method : from.getDeclaredMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class) && method.getParameterCount() == 1) {
                Type value = method.getGenericParameterTypes()[0];
                properties.putIfAbsent(propertyName(method.getName()), new Property(value, method::invoke));
            }
        }
        for (Field field : from.getDeclaredFields()) {
            if (field.isAnnotationPresent(DataBoundSetter.class)) {
                field.setAccessible(true);
                properties.putIfAbsent(field.getName(), new Property(field.getGenericType(), field::set));
            }
        }
    }

    private static String propertyName(String setter) {
        return Character.toLowerCase(setter.charAt(3)) + setter.substring(4);
    }

    /** Whether objects can be made from values. */
    public boolean isConstructible() {
        return constructor != null;
    }

    Constructor<?> constructor() {
        return constructor;
    }

    List<Parameter> mandatory() {
        return constructor == null ? List.of() : List.of(constructor.getParameters());
    }

    Map<String, Property> optional() {
        return properties;
    }

    /** The names of all parameters. */
    public Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>(properties.keySet());
        mandatory().forEach(p -> names.add(p.getName()));
        return names;
    }

    /** The parameter that a value without name is for. */
    public String soleParameter() {
        List<Parameter> mandatory = mandatory();
        if (mandatory.size() == 1) {
            return mandatory.get(0).getName();
        } else if (mandatory.isEmpty() && properties.size() == 1) {
            return properties.keySet().iterator().next();
        }
        throw new IllegalArgumentException("Class " + type.getName() + " does not have a single mandatory parameter");
    }
}
