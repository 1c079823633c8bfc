package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The migration files at the commit that would be deployed.
 *
 * @param changed those of the change, that must be applied
 * @param blobs object names of all files of the repository, by path
 * @param repository reads their contents
 */
public record Scripts(List<ChangedFile> changed, Map<String, String> blobs, RepositoryFiles repository) {
    public Scripts {
        changed = List.copyOf(changed);
        blobs = Map.copyOf(blobs);
    }

    /** Paths of all files of the repository, migrations or not. */
    public Collection<String> paths() {
        return blobs.keySet();
    }

    /** @throws IllegalArgumentException when there is no such file */
    public byte[] content(String path) throws EvidenceUnavailable, InterruptedException {
        String blob = blobs.get(path);
        if (blob == null) {
            throw new IllegalArgumentException("There is no file " + path + " at this commit.");
        }
        return repository.content(blob);
    }
}
