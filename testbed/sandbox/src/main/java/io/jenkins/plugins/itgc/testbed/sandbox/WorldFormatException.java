package io.jenkins.plugins.itgc.testbed.sandbox;

import java.util.List;

/** A world that cannot be built: says which key is wrong, on which line, and what is accepted there. */
public final class WorldFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> path;
    private final String complaint;

    /**
     * @param path keys (String) and list positions (Integer) that lead to the wrong value
     * @param complaint what is wrong and what is accepted, without the position
     */
    public WorldFormatException(List<Object> path, String complaint) {
        this(path, complaint, 0);
    }

    private WorldFormatException(List<Object> path, String complaint, int line) {
        super((line > 0 ? "line " + line + ": " : "") + written(path) + ": " + complaint);
        this.path = List.copyOf(path);
        this.complaint = complaint;
    }

    /** The same complaint with the line of the world's text on which the value stands. */
    public WorldFormatException atLine(int line) {
        return new WorldFormatException(path, complaint, line);
    }

    /** Keys (String) and list positions (Integer) that lead to the wrong value. */
    public List<Object> path() {
        return path;
    }

    private static String written(List<Object> path) {
        StringBuilder text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.isEmpty() ? "world" : text.toString();
    }
}
