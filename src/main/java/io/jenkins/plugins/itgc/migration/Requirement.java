package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a target must hold, and whether it does.
 *
 * @param what the file, change set or assertion
 * @param state whether it holds
 * @param why why not, a sentence; null exactly when it holds
 */
public record Requirement(
        Message what, State state, @Nullable Message why) {
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

    /** @throws IllegalArgumentException when it holds with a reason why not, or does not hold without one */
    public Requirement {
        Objects.requireNonNull(what, "what");
        if ((state == State.APPLIED) != (why == null)) {
            throw new IllegalArgumentException("What is " + state + " cannot have the reason " + why + ".");
        }
    }

    /** Something that holds, and is what was reviewed. */
    public static Requirement applied(Message what) {
        return new Requirement(what, State.APPLIED, null);
    }

    /** Something that somebody may still apply. */
    public static Requirement missing(Message what, Message why) {
        return new Requirement(what, State.MISSING, why);
    }

    /** Something that is there in another form, failed, or came out of order. */
    public static Requirement wrong(Message what, Message why) {
        return new Requirement(what, State.WRONG, why);
    }

    /** Something that could not be judged. */
    public static Requirement unknown(Message what, Message why) {
        return new Requirement(what, State.UNKNOWN, why);
    }
}
