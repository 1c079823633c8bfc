package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.migration.ChangedFile;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Scripts;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The files at the commit, as Flyway reads them. Only the changed ones are read: the others were compared when they were
 * deployed, and count here by their names.
 */
final class FlywayFiles implements ResourceProvider {
    private final Map<String, LoadableResource> files;

    private FlywayFiles(Map<String, LoadableResource> files) {
        this.files = files;
    }

    static FlywayFiles of(MigrationPolicy policy, Scripts scripts) throws EvidenceUnavailable, InterruptedException {
        Map<String, LoadableResource> files = new TreeMap<>();
        for (String path : scripts.paths()) {
            if (policy.concerns(path)) {
                files.put(path, new Script(path, ""));
            }
        }
        for (ChangedFile file : scripts.changed()) {
            if (file.blob() != null) {
                files.put(
                        file.path(), new Script(file.path(), ScriptText.of(file.path(), scripts.content(file.path()))));
            }
        }
        return new FlywayFiles(files);
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.values().stream()
                .filter(file -> file.getFilename().startsWith(prefix))
                .filter(file -> Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String path;
        private final String text;

        Script(String path, String text) {
            this.path = path;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }
}
