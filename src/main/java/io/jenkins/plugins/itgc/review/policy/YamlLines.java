package io.jenkins.plugins.itgc.review.policy;

import io.jenkins.plugins.itgc.gate.Message;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Tells where in a repository's policy file a mistake stands.
 *
 * @param root null for a document without content
 */
record YamlLines(@Nullable Node root) {
    /** @throws InvalidPolicy that names the line when the text is not one YAML document, or has a key twice */
    static YamlLines of(String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            return new YamlLines(root).withEachKeyOnce();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new InvalidPolicy("review", Message.of("review.policy.not-yaml"), e).at(place(line));
        } catch (YAMLException e) {
            throw new InvalidPolicy("review", Message.of("review.policy.not-yaml"), e).at(place(1));
        }
    }

    private static Message place(int line) {
        return Message.of("review.policy.line", RepositoryPolicy.FILE, line);
    }

    boolean isEmpty() {
        return root == null;
    }

    /** Readers differ in which of two values they take, so neither is. */
    private YamlLines withEachKeyOnce() {
        once(root, "");
        return this;
    }

    private static void once(@Nullable Node node, String above) {
        if (!(node instanceof MappingNode mapping)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name) {
                String key = above + name.getValue();
                if (!seen.add(key)) {
                    throw new InvalidPolicy(key, Message.of("review.policy.twice")).at(place(lineOf(name)));
                }
                once(tuple.getValueNode(), key + ".");
            }
        }
    }

    /**
     * A mistake with its key and its line.
     *
     * @param path keys, and places in lists counted from 0, from the outermost on
     * @param cause null for none
     */
    InvalidPolicy invalid(List<Object> path, Message problem, @Nullable Throwable cause) {
        String key = path.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining("."));
        return new InvalidPolicy(key.isEmpty() ? "review" : key, problem, cause).at(place(line(path)));
    }

    /** The line of the last of these that is there, counted from 1. */
    private int line(List<Object> path) {
        Node at = root;
        int line = root == null ? 1 : lineOf(root);
        for (Object step : path) {
            NodeTuple entry = step instanceof String key ? entry(at, key) : null;
            at = entry == null ? item(at, step) : entry.getValueNode();
            if (at == null) {
                return line;
            }
            line = lineOf(entry == null ? at : entry.getKeyNode());
        }
        return line;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static @Nullable Node item(@Nullable Node node, Object step) {
        return node instanceof SequenceNode list
                        && step instanceof Integer index
                        && index < list.getValue().size()
                ? list.getValue().get(index)
                : null;
    }

    private static @Nullable NodeTuple entry(@Nullable Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
