package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the judgement of a change's migrations rests on.
 *
 * @param change what would be deployed
 * @param base what it is compared with; null when nothing was deployed before, so that every migration counts
 * @param files migration files of the change
 * @param uncovered paths of files of the change that the review calls migrations and that no database asks for
 * @param targets what each target holds; empty when the change has no migrations
 */
public record MigrationEvidence(
        Change change,
        @Nullable CommitId base,
        List<ChangedFile> files,
        List<String> uncovered,
        List<TargetState> targets)
        implements Evidence {
    public MigrationEvidence {
        files = List.copyOf(files);
        uncovered = List.copyOf(uncovered);
        targets = List.copyOf(targets);
    }
}
