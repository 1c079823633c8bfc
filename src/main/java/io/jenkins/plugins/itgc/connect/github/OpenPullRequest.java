package io.jenkins.plugins.itgc.connect.github;

/**
 * A pull request in the list of those that are open.
 *
 * @param number its number
 * @param seen changes whenever something about it does: its head and the time of its last change
 */
public record OpenPullRequest(int number, String seen) {}
