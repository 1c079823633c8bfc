package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;

/** Another process has this controller's home: often one that is slow to end, so that asking again may help. */
public final class LedgerHeld extends LedgerFailure {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence that names the file and the next step */
    LedgerHeld(String message) {
        super(message, null);
    }
}
