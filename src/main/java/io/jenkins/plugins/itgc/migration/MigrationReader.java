package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers what the judgement of a change's migrations rests on. */
public final class MigrationReader {
    private final MigrationPolicy policy;
    private final Coverage coverage;
    private final RepositoryFiles repository;
    private final Targets targets;

    /**
     * @param policy of one database
     * @param coverage tells of files that no database asks for
     * @param repository the files before and after the change
     * @param targets the databases that must hold it
     */
    public MigrationReader(MigrationPolicy policy, Coverage coverage, RepositoryFiles repository, Targets targets) {
        this.policy = policy;
        this.coverage = coverage;
        this.repository = repository;
        this.targets = targets;
    }

    MigrationEvidence read() throws EvidenceUnavailable, InterruptedException {
        RepositoryFiles.Compared compared = repository.compared();
        Map<String, String> all = repository.at(compared.change().commit());
        Map<String, String> before = compared.base() == null ? Map.of() : repository.at(compared.base());
        List<ChangedFile> files = TreeDiff.between(concerned(before), concerned(all));
        List<TargetState> states =
                files.isEmpty() ? List.of() : targets.ask(policy, new Scripts(files, all, repository));
        List<String> uncovered = coverage.gaps(TreeDiff.between(before, all));
        return new MigrationEvidence(compared.change(), compared.base(), files, uncovered, states);
    }

    private Map<String, String> concerned(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> policy.concerns(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
