package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: reads how the production branch came to a commit. */
public interface ProductionBranch {
    /**
     * The steps after the baseline up to the commit.
     *
     * @param baseline last deployed commit; null when there is none: then only the last step is read
     */
    History read(RepositoryId repository, String branch, @Nullable CommitId baseline, CommitId commit)
            throws EvidenceUnavailable, InterruptedException;

    /**
     * What was read.
     *
     * @param tree tree of the commit
     * @param included the steps, oldest first
     */
    record History(TreeId tree, List<IncludedChange> included) {
        public History {
            included = List.copyOf(included);
        }
    }
}
