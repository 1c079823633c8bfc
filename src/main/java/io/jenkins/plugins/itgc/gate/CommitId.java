package io.jenkins.plugins.itgc.gate;

import java.util.regex.Pattern;

/**
 * The full object name of a git commit.
 *
 * @param sha 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits
 */
public record CommitId(String sha) {
    private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the text is not a full object name; an abbreviation names nothing for good */
    public CommitId {
        if (sha == null || !FULL.matcher(sha).matches()) {
            throw new IllegalArgumentException(
                    "\"" + sha + "\" is not a full commit id: give all 40 (or 64) hexadecimal digits.");
        }
    }

    /** The first digits, for people only: never compare by it. */
    public String abbreviated() {
        return sha.substring(0, 10);
    }

    @Override
    public String toString() {
        return sha;
    }
}
