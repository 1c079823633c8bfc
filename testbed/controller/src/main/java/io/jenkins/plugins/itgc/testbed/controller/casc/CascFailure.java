package io.jenkins.plugins.itgc.testbed.controller.casc;

import java.io.IOException;

/** A configuration file cannot be used; names file, line and key. */
public final class CascFailure extends IOException {
    private static final long serialVersionUID = 1L;

    CascFailure(String message) {
        super(message);
    }
}
