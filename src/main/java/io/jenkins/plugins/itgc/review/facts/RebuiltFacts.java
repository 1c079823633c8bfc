package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;

/**
 * Two commits of the same tree, and where each left the base. The same tree is the same change only when it is laid over the
 * same code: over newer code it takes back what came in between.
 *
 * @param reviewed the commit that was approved
 * @param reviewedFrom where it left the base branch
 * @param result the commit that came in its place
 * @param resultFrom where that one left the base branch
 */
public record RebuiltFacts(CommitId reviewed, CommitId reviewedFrom, CommitId result, CommitId resultFrom) {
    /** Whether both left the base at the same commit, so that what was approved is what came out. */
    public boolean sameChange() {
        return reviewedFrom.equals(resultFrom);
    }
}
