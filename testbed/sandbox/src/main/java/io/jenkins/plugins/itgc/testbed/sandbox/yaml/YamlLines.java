package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line on which a part of a YAML text stands. */
public final class YamlLines {
    private YamlLines() {}

    private record Step(Mark mark, Node value) {}

    /** Line from 1 of the key or element at the end of that path, or of the last step that exists. */
    public static int lineOf(String text, List<Object> path) {
        Node node = new Yaml().compose(new StringReader(text));
        int line = 0;
        for (Object name : path) {
            Step next = next(node, name);
            if (next == null) {
                return line;
            }
            line = next.mark().getLine() + 1;
            node = next.value();
        }
        return line;
    }

    /**
     * Refuses a text that is not YAML at all.
     *
     * @throws WorldFormatException with the line of the first fault
     */
    static void check(String text) {
        try {
            new Yaml().compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw new WorldFormatException(List.of(), e.getProblem()).atLine(mark.getLine() + 1);
        }
    }

    private static Step next(Node node, Object name) {
        if (node instanceof SequenceNode list
                && name instanceof Integer index
                && index < list.getValue().size()) {
            Node element = list.getValue().get(index);
            return new Step(element.getStartMark(), element);
        }
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return new Step(key.getStartMark(), entry.getValueNode());
                }
            }
        }
        return null;
    }
}
