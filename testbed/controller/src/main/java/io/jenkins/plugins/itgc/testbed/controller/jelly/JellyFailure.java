package io.jenkins.plugins.itgc.testbed.controller.jelly;

/** A page uses something that the testbed does not draw. */
public final class JellyFailure extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    JellyFailure(String page, String what) {
        super(page + ": " + what);
    }
}
