package io.jenkins.plugins.itgc.connect;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches what a read says when it cannot be done. */
public final class Unavailable {
    private Unavailable() {}

    /** Fails unless the read says that its evidence is not to be had. */
    public static EvidenceUnavailable when(ThrowingCallable read) {
        EvidenceUnavailable said = catchThrowableOfType(EvidenceUnavailable.class, read);
        if (said == null) {
            throw new AssertionError("The read went well.");
        }
        return said;
    }

    public static String code(ThrowingCallable read) {
        return when(read).finding().code();
    }
}
