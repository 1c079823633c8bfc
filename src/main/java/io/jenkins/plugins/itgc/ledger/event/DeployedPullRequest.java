package io.jenkins.plugins.itgc.ledger.event;

import org.jspecify.annotations.Nullable;

/**
 * A pull request that a deploy carries.
 *
 * @param number its number
 * @param title outside text
 * @param url its address; null when not known
 * @param author login of who opened it; null when not known
 * @param mergedBy login of who merged it; null when not known
 * @param mergedAt when it was merged, ISO 8601; null when not known
 */
public record DeployedPullRequest(
        int number,
        String title,
        @Nullable String url,
        @Nullable String author,
        @Nullable String mergedBy,
        @Nullable String mergedAt) {}
