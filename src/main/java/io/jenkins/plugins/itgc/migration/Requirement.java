package io.jenkins.plugins.itgc.migration;

/**
 * Something that a target must hold, and whether it does.
 *
 * @param what the file, change set or assertion, for people
 * @param state whether it holds
 * @param detail why not, a sentence; empty when it holds
 */
public record Requirement(String what, State state, String detail) {
    /** Whether a target holds something. */
    public enum State {
        /** It holds, and is exactly what was reviewed. */
        APPLIED,
        /** Not yet: somebody may still apply it. */
        MISSING,
        /** It is there, but not as it was reviewed, failed, or came out of order: waiting does not mend it. */
        WRONG,
        /** It could not be judged. */
        UNKNOWN
    }

    /**
     * Something that holds, and is what was reviewed.
     *
     * @param what for people
     */
    public static Requirement applied(String what) {
        return new Requirement(what, State.APPLIED, "");
    }
}
