package io.jenkins.plugins.itgc.review.policy;

import org.jspecify.annotations.Nullable;

/** A policy that makes no sense. The message names the key, and the line where it is known. */
public class InvalidPolicy extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;

    /**
     * @param key of the policy whose value is wrong
     * @param problem what is wrong, without a full stop
     * @param cause null when the policy itself was checked
     */
    public InvalidPolicy(String key, String problem, @Nullable Throwable cause) {
        super("Policy key \"" + key + "\": " + problem + ".", cause);
        this.key = key;
        this.problem = problem;
    }

    /** The same without a cause. */
    public InvalidPolicy(String key, String problem) {
        this(key, problem, null);
    }

    static void unless(boolean fine, String key, String problem) {
        if (!fine) {
            throw new InvalidPolicy(key, problem);
        }
    }

    /** The same problem with the place where it was found. */
    public InvalidPolicy at(String place) {
        return new InvalidPolicy(key, problem + " (" + place + ")", this);
    }

    /** The key of the policy whose value is wrong, as the configuration and the repository's file name it. */
    public String key() {
        return key;
    }

    /** What is wrong with the value of the key, as the end of a sentence. */
    public String problem() {
        return problem;
    }
}
