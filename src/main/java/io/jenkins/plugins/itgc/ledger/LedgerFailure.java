package io.jenkins.plugins.itgc.ledger;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import org.jspecify.annotations.Nullable;

/** The ledger could not be read or written. A decision that cannot be recorded is not acted on. */
public class LedgerFailure extends RuntimeException implements Worded {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Message wording;

    /** @param message a sentence that names the file and the next step */
    public LedgerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.wording = null;
    }

    /** @param wording a sentence that names the next step, for whoever reads it on a page */
    public LedgerFailure(Message wording, @Nullable Throwable cause) {
        super(wording.english(), cause);
        this.wording = wording;
    }

    @Override
    public Message wording() {
        return wording == null ? Message.text(String.valueOf(getMessage())) : wording;
    }
}
