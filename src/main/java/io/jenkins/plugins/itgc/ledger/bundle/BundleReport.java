package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.Verification;
import java.util.List;

/**
 * What came of verifying a bundle.
 *
 * @param chain the entries, against their hashes and the checkpoints
 * @param problems what is wrong, the first entry that is wrong before everything else; empty when nothing is
 * @param remarks what is not wrong and should be known
 * @param signers fingerprints of the keys whose word was taken
 */
public record BundleReport(Verification chain, List<String> problems, List<String> remarks, List<String> signers) {
    public BundleReport {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        signers = List.copyOf(signers);
    }

    /** Whether nothing is wrong; remarks do not count. */
    public boolean intact() {
        return problems.isEmpty();
    }
}
