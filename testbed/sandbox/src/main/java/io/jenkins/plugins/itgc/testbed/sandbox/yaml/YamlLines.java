package io.jenkins.plugins.itgc.testbed.sandbox.build;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line on which a value of a YAML text stands. */
final class YamlLines {
    private YamlLines() {}

    /** Line from 1 of the value at the end of that path, or of the last step that exists. */
    static int lineOf(String text, List<Object> path) {
        Node node = new Yaml().compose(new StringReader(text));
        int line = 0;
        for (Object step : path) {
            Node next = next(node, step);
            if (next == null) {
                return line;
            }
            line = next.getStartMark().getLine() + 1;
            node = next;
        }
        return line;
    }

    private static Node next(Node node, Object step) {
        if (node instanceof SequenceNode list && step instanceof Integer index) {
            return index < list.getValue().size() ? list.getValue().get(index) : null;
        }
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return entry.getValueNode();
                }
            }
        }
        return null;
    }
}
