package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Gives identifiers in order, so that the same world always has the same ones. */
public final class Ids {
    private long last = 1000;

    /** The next database id. */
    public long next() {
        return ++last;
    }

    /** GitHub's global identifier of something. */
    public static String node(String type, Object id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
    }
}
