package org.kohsuke.stapler;

import io.jenkins.plugins.itgc.testbed.controller.http.CurrentRequest;

/** Knows the request of this thread. */
public abstract class Stapler {
    protected Stapler() {}

    /** The request that this thread answers, or null. */
    public static StaplerRequest2 getCurrentRequest2() {
        return CurrentRequest.request();
    }

    public static StaplerResponse2 getCurrentResponse2() {
        return CurrentRequest.response();
    }
}
