package io.jenkins.plugins.itgc.testbed.controller.casc;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of a configuration file at which values stand. */
final class Positions {
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    void put(String path, int line) {
        lines.put(path, line);
    }

    /** The line of a path, or of the nearest one above it. */
    int lineOf(String path) {
        for (String at = path; !at.isEmpty(); at = above(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static String above(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }
}
