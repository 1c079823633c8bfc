package io.jenkins.plugins.itgc.dashboard;

import java.util.Objects;

/**
 * What became of an act on the dashboard.
 *
 * @param taken whether it counts
 * @param message a sentence for the person who acted: what happened, or why not and what to do next
 */
public record ActionResult(boolean taken, String message) {
    public ActionResult {
        Objects.requireNonNull(message, "message");
    }
}
