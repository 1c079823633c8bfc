package io.jenkins.plugins.itgc.review.facts;

import org.jspecify.annotations.Nullable;

/**
 * A file that the pull request changes.
 *
 * @param path where it is now
 * @param previousPath where it was; null unless renamed and known
 */
public record ChangedFile(String path, @Nullable String previousPath) {}
