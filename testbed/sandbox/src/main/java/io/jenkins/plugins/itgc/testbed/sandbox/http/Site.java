package io.jenkins.plugins.itgc.testbed.sandbox.http;

/** One of the systems that the sandbox stands in for, or one of its own pages. */
public interface Site {
    /** Beginning of the paths that it answers, such as "/jira". */
    String prefix();

    /** Answers a request under its prefix; called under the world's lock. Never throws an {@link HttpProblem}. */
    Answer answer(Request request);
}
