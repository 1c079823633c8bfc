package io.jenkins.plugins.itgc.connect.github.event;

/** A delivery is not of the form that GitHub documents. */
public class MalformedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message answered to the sender; repeats nothing of what was sent */
    public MalformedEvent(String message, Throwable cause) {
        super(message, cause);
    }
}
