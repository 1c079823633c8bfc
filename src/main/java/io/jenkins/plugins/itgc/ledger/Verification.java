package io.jenkins.plugins.itgc.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of recomputing the chain.
 *
 * @param entries how many entries were found in order
 * @param firstFault the first entry that is not what it should be; empty when all are
 * @param signed the last entry that a checkpoint vouches for; 0 when none does
 * @param remarks what is no fault and should be known, sentences
 */
public record Verification(long entries, Optional<Fault> firstFault, long signed, List<String> remarks) {
    public Verification {
        remarks = List.copyOf(remarks);
    }

    /** An outcome that no checkpoint has a part in. */
    public Verification(long entries, Optional<Fault> firstFault) {
        this(entries, firstFault, 0, List.of());
    }

    /** Whether every entry is what its hash, the chain and the checkpoints say. */
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
