package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.Objects;

/**
 * What became of an act on the dashboard.
 *
 * @param taken whether it counts
 * @param message for the person who acted: what happened, or why not and what to do next
 */
public record ActionResult(boolean taken, Message message) {
    public ActionResult {
        Objects.requireNonNull(message, "message");
    }
}
