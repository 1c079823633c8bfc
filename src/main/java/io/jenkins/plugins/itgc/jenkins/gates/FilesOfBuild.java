package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.connect.github.GitHubDeployChange.Carried;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.migration.RepositoryFiles;
import java.util.Map;

/** The files of the repository that a build is about. */
public final class FilesOfBuild implements RepositoryFiles {
    private final ChangeOfBuild change;

    /** @param change what the build would deploy; names repository and commits */
    public FilesOfBuild(ChangeOfBuild change) {
        this.change = change;
    }

    @Override
    public Compared compared() throws EvidenceUnavailable, InterruptedException {
        Carried carried = change.carried();
        return new Compared(change.change(carried), change.migratedTo(carried));
    }

    @Override
    public Map<String, String> at(CommitId commit) throws EvidenceUnavailable, InterruptedException {
        return change.gitHub().trees(change.unread().repository()).at(commit);
    }

    @Override
    public byte[] content(String blob) throws EvidenceUnavailable, InterruptedException {
        return change.gitHub().trees(change.unread().repository()).content(blob);
    }
}
