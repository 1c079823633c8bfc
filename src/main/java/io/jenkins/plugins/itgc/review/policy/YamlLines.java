package io.jenkins.plugins.itgc.review.policy;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Finds the line of a key in a YAML document that could be parsed. */
record YamlLines(Node root) {
    /** @throws InvalidPolicy that names the line when the text is not one YAML document */
    static YamlLines of(String text) {
        try {
            return new YamlLines(new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark().getLine() + 1;
            throw new InvalidPolicy("review", "the file is not YAML", e).at(RepositoryPolicy.FILE + ", line " + line);
        } catch (YAMLException e) {
            throw new InvalidPolicy("review", "the file is not YAML", e).at(RepositoryPolicy.FILE);
        }
    }

    /** The line of the last of these nested keys that is there, counted from 1. */
    int line(List<String> keys) {
        Node at = root;
        int line = root == null ? 1 : root.getStartMark().getLine() + 1;
        for (String key : keys) {
            NodeTuple found = entry(at, key);
            if (found == null) {
                return line;
            }
            line = found.getKeyNode().getStartMark().getLine() + 1;
            at = found.getValueNode();
        }
        return line;
    }

    private static NodeTuple entry(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
