package io.jenkins.plugins.itgc.review.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The description of the pull request was edited.
 *
 * @param editor who did
 * @param at the code host's time
 * @param text the description after this edit; null when the code host does not tell
 */
public record BodyEdit(Account editor, Instant at, @Nullable String text) {}
