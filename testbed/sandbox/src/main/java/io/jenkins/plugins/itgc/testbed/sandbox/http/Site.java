package io.jenkins.plugins.itgc.testbed.sandbox.http;

/** One of the systems that the sandbox stands in for, or one of its own pages. */
public interface Site {
    /** Whether that path is one of its own. */
    boolean answers(String path);

    /** Answers a request that is its own; called under the world's lock. Never throws an {@link HttpProblem}. */
    Answer answer(Request request);

    /** Whether its requests count as calls of an interface; those of people in a browser do not. */
    default boolean isCounted() {
        return true;
    }
}
