package io.jenkins.plugins.itgc.ledger;

import java.util.Optional;

/**
 * The outcome of recomputing the chain.
 *
 * @param entries how many entries were found in order
 * @param firstFault the first entry that is not what it should be; empty when all are
 */
public record Verification(long entries, Optional<Fault> firstFault) {
    public boolean intact() {
        return firstFault.isEmpty();
    }

    /**
     * Something that does not fit.
     *
     * @param sequence where
     * @param what a sentence that says what
     */
    public record Fault(long sequence, String what) {}
}
