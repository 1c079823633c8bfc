package io.jenkins.plugins.itgc.window;

import java.time.Instant;

/**
 * When a pull request is meant to be released.
 *
 * @param pullRequest its number
 * @param title as written, outside text
 * @param link its address
 * @param at not before this
 * @param text the date as written
 */
public record PlannedRelease(int pullRequest, String title, String link, Instant at, String text) {}
