package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;

/** Where a branch stands now. */
public interface BranchHead {
    /** Whether the branch stands at the commit, or stood there before; what a merge brought in from the side does not count. */
    boolean contains(RepositoryId repository, String branch, CommitId commit)
            throws EvidenceUnavailable, InterruptedException;
}
