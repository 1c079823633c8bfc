package io.jenkins.plugins.itgc.testbed.sandbox.http;

/** A request that is answered with an error status; each system words it in its own way. */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param message for the caller */
    public HttpProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
