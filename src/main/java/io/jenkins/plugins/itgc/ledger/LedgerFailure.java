package io.jenkins.plugins.itgc.ledger;

import org.jspecify.annotations.Nullable;

/** The ledger could not be read or written. A decision that cannot be recorded is not acted on. */
public class LedgerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence that names the file and the next step */
    public LedgerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
