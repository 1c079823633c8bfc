package io.jenkins.plugins.itgc.review.facts;

/**
 * A file that the pull request changes.
 *
 * @param path where it is now
 * @param previousPath where it was; null unless renamed and known
 */
public record ChangedFile(String path, String previousPath) {}
