package io.jenkins.plugins.itgc.gate;

/**
 * The object name of a git tree: two commits with the same tree hold exactly the same files.
 *
 * @param sha 40 or 64 lower-case hexadecimal digits
 */
public record TreeId(String sha) {
    /** @throws IllegalArgumentException when the text is not a full object name */
    public TreeId {
        new CommitId(sha);
    }

    @Override
    public String toString() {
        return sha;
    }
}
