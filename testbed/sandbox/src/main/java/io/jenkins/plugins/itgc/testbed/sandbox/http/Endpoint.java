package io.jenkins.plugins.itgc.testbed.sandbox.http;

/** Answers one kind of request; called under the world's lock. */
@FunctionalInterface
public interface Endpoint {
    /**
     * @throws HttpProblem to answer with an error status
     */
    Answer answer(Request request);
}
