package io.jenkins.plugins.itgc.testbed.controller.binding;

/** A value cannot be bound; says where and why. */
public final class BindingFailure extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** A failure at a path such as {@code policies[0].name}. */
    public BindingFailure(String path, String message) {
        super(message);
        this.path = path;
    }

    /** Where the value stands. */
    public String path() {
        return path;
    }
}
