package io.jenkins.plugins.itgc.jenkins.view;

import java.util.Objects;

/**
 * What became of an act on the dashboard.
 *
 * @param taken whether it counts
 * @param message a sentence for the person who acted: what happened, or why not and what to do next
 */
public record DeskAnswer(boolean taken, String message) {
    public DeskAnswer {
        Objects.requireNonNull(message, "message");
    }
}
