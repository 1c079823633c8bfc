package io.jenkins.plugins.itgc.approval;

/**
 * A pull request that a deploy would carry, as people are shown it.
 *
 * @param number its number
 * @param title outside text
 * @param link its address
 * @param author login of who opened it
 */
public record CarriedPullRequest(int number, String title, String link, String author) {}
