package io.jenkins.plugins.itgc.review.facts;

/**
 * A file that a merge brought together.
 *
 * @param path where it is
 * @param expected blob that the merge must hold: the reviewed one, or what a three-way merge gives; null when that conflicts
 * @param actual blob that it does hold; null when it holds none
 */
public record MergedFile(String path, String expected, String actual) {
    public boolean asExpected() {
        return expected != null && expected.equals(actual);
    }
}
