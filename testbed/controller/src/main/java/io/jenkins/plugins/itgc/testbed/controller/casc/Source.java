package io.jenkins.plugins.itgc.testbed.controller.casc;

import io.jenkins.plugins.itgc.testbed.controller.binding.BindingFailure;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One configuration file as maps, lists and texts, with the line of each value. */
final class Source {
    private final String name;
    private final Positions positions = new Positions();
    private final Map<String, Object> root;

    @SuppressWarnings("unchecked")
    Source(String name, Reader reader) throws IOException {
        this.name = name;
        try (reader) {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
            Object value = node == null ? Map.of() : value(node, "");
            if (!(value instanceof Map<?, ?>)) {
                throw new CascFailure(name + ": the file must hold keys and values");
            }
            this.root = (Map<String, Object>) value;
        } catch (MarkedYAMLException e) {
            throw new CascFailure(name + ": " + e.getMessage());
        }
    }

    Map<String, Object> root() {
        return root;
    }

    private Object value(Node node, String path) {
        if (node instanceof MappingNode mapping) {
            return map(mapping, path);
        } else if (node instanceof SequenceNode sequence) {
            return list(sequence, path);
        }
        return scalar((ScalarNode) node);
    }

    private Map<String, Object> map(MappingNode mapping, String path) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            String at = path.isEmpty() ? key : path + "." + key;
            positions.put(at, entry.getKeyNode().getStartMark().getLine() + 1);
            map.put(key, value(entry.getValueNode(), at));
        }
        return map;
    }

    private List<Object> list(SequenceNode sequence, String path) {
        List<Object> list = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String at = path + "[" + list.size() + "]";
            positions.put(at, item.getStartMark().getLine() + 1);
            list.add(value(item, at));
        }
        return list;
    }

    private static Object scalar(ScalarNode node) {
        return node.getTag().equals(Tag.NULL) ? null : EnvironmentReferences.expand(node.getValue());
    }

    /** Throws if the map has other keys than these. */
    void checkKeys(Map<String, Object> map, String path, Set<String> known) throws CascFailure {
        for (String key : map.keySet()) {
            if (!known.contains(key)) {
                throw failure(
                        path.isEmpty() ? key : path + "." + key,
                        "unknown key '" + key + "'; known here: "
                                + known.stream().sorted().toList());
            }
        }
    }

    CascFailure failure(BindingFailure cause) {
        CascFailure failure = failure(cause.path(), cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    CascFailure failure(String path, String message) {
        return new CascFailure(name + ", line " + positions.lineOf(path) + ", " + path + ": " + message);
    }
}
