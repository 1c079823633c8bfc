package io.jenkins.plugins.itgc.testbed.controller.pipeline;

/** Throws checked exceptions where Groovy expects them and Java does not. */
final class Sneaky {
    private Sneaky() {}

    static RuntimeException rethrown(Throwable failure) {
        throw Sneaky.<RuntimeException>unchecked(failure);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable failure) throws E {
        throw (E) failure;
    }
}
