package io.jenkins.plugins.itgc.testbed.sandbox.operation;

/** Parameters that an operation cannot do without. */
final class Required {
    private Required() {}

    static <T> T parameter(T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("parameter '" + name + "' is missing");
        }
        return value;
    }

    static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
