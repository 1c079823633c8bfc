package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.WorldReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Operations by name: the record's name in lower case with dashes, such as add-review. */
public final class Operations {
    private static final Map<String, Class<? extends Operation>> BY_NAME = byName();

    private Operations() {}

    /** All names, sorted. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** The record that holds the parameters of an operation. */
    public static Class<? extends Operation> type(String name) {
        Class<? extends Operation> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "there is no operation '" + name + "'; operations are " + BY_NAME.keySet());
        }
        return type;
    }

    /**
     * @param parameters the record's components, read as strictly as a world
     * @throws IllegalArgumentException if there is no such operation, or a parameter is unknown or of the wrong type
     */
    public static Operation parse(String name, JsonNode parameters) {
        try {
            return WorldReader.json().treeToValue(parameters, type(name));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Operations as a fault of a world lists them, each a map of one name to its parameters.
     *
     * @throws WorldFormatException if one is not an operation
     */
    public static List<Operation> parse(List<Map<String, JsonNode>> written) {
        List<Operation> operations = new ArrayList<>();
        for (Map<String, JsonNode> entry : written) {
            entry.forEach((name, parameters) -> operations.add(parse(name, parameters)));
        }
        return operations;
    }

    private static Map<String, Class<? extends Operation>> byName() {
        Map<String, Class<? extends Operation>> found = new TreeMap<>();
        for (Class<?> group : Operation.class.getPermittedSubclasses()) {
            for (Class<?> type : group.getPermittedSubclasses()) {
                found.put(name(type), type.asSubclass(Operation.class));
            }
        }
        return found;
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
