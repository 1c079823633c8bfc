package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Port: reads the change and the files of the repository. */
public interface RepositoryFiles {
    /** Identifies the change and what it is compared with. */
    Compared compared() throws EvidenceUnavailable, InterruptedException;

    /** Object names of all files at a commit, by path; all of them, or it fails. */
    Map<String, String> at(@Nullable CommitId commit) throws EvidenceUnavailable, InterruptedException;

    /** The content of a file by its object name. */
    byte[] content(String blob) throws EvidenceUnavailable, InterruptedException;

    /**
     * The change and its base.
     *
     * @param base null when nothing was deployed before
     */
    record Compared(Change change, @Nullable CommitId base) {}
}
