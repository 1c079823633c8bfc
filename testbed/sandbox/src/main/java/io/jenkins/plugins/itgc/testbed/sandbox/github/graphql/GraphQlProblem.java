package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

/** A field that cannot be answered; type is GitHub's word for the reason. */
final class GraphQlProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;

    GraphQlProblem(String type, String message) {
        super(message);
        this.type = type;
    }

    String type() {
        return type;
    }
}
