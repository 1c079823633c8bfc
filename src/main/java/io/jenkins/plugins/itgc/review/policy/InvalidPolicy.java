package io.jenkins.plugins.itgc.review.policy;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import org.jspecify.annotations.Nullable;

/** A policy that makes no sense. The message names the key, and the line where it is known. */
public class InvalidPolicy extends InvalidValue {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Message problem;

    private InvalidPolicy(String key, Message problem, Message wording, @Nullable Throwable cause) {
        super(wording, cause);
        this.key = key;
        this.problem = problem;
    }

    /**
     * @param key of the policy whose value is wrong
     * @param problem what is wrong, without a full stop
     * @param cause null when the policy itself was checked
     */
    public InvalidPolicy(String key, Message problem, @Nullable Throwable cause) {
        this(key, problem, Message.of("review.policy.invalid", key, problem), cause);
    }

    /** The same without a cause. */
    public InvalidPolicy(String key, Message problem) {
        this(key, problem, null);
    }

    /** A value that something else cannot use, in whose words it is said. */
    public static InvalidPolicy because(String key, RuntimeException cause) {
        Message why = Worded.of(cause);
        return new InvalidPolicy(key, why, Message.of("review.policy.because", key, why), cause);
    }

    static void unless(boolean fine, String key, Message problem) {
        if (!fine) {
            throw new InvalidPolicy(key, problem);
        }
    }

    /** The same problem with the place where it was found. */
    public InvalidPolicy at(Message place) {
        return new InvalidPolicy(key, Message.of("review.policy.at", problem, place), this);
    }

    /** The key of the policy whose value is wrong, as the configuration and the repository's file name it. */
    public String key() {
        return key;
    }

    /** What is wrong with the value of the key, as the end of a sentence. */
    public Message problem() {
        return problem;
    }
}
