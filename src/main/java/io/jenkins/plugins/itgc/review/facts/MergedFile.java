package io.jenkins.plugins.itgc.review.facts;

import org.jspecify.annotations.Nullable;

/**
 * A file that a merge brought together.
 *
 * @param path where it is
 * @param expected blob that the merge must hold: the reviewed one, or what a three-way merge gives; null when that conflicts
 * @param actual blob that it does hold; null when it holds none
 */
public record MergedFile(
        String path, @Nullable String expected, @Nullable String actual) {
    /** Whether the merge holds exactly what it must; never for a conflict, which somebody resolved by hand. */
    public boolean asExpected() {
        return expected != null && expected.equals(actual);
    }
}
