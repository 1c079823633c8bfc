package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.migration.Scripts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

/** The files at the commit, as Liquibase reads them: nothing else, neither from disk nor from the network. */
final class LiquibaseFiles extends AbstractResourceAccessor {
    private final Scripts scripts;
    private @Nullable EvidenceUnavailable trouble;
    private @Nullable InterruptedException interruption;

    LiquibaseFiles(Scripts scripts) {
        this.scripts = scripts;
    }

    /** Liquibase wraps what reading throws; this is what it was. */
    void rethrowTrouble() throws EvidenceUnavailable, InterruptedException {
        if (interruption != null) {
            throw interruption;
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        String folder = normalized(path);
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        return scripts.paths().stream()
                .filter(file -> file.startsWith(prefix))
                .filter(file -> recursive || file.indexOf('/', prefix.length()) < 0)
                .sorted()
                .<Resource>map(File::new)
                .toList();
    }

    @Override
    public @Nullable List<Resource> getAll(String path) {
        String file = normalized(path);
        return scripts.paths().contains(file) ? List.of(new File(file)) : null;
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the repository at the commit");
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    private static String normalized(String path) {
        String slashed = path.replace('\\', '/').replaceFirst("^classpath:", "");
        String normal = URI.create("file:///")
                .resolve(slashed.replaceFirst("^/+", "").replace(" ", "%20"))
                .normalize()
                .getPath();
        return normal.replaceFirst("^/+", "");
    }

    private final class File extends AbstractResource {
        private final String path;

        File(String path) {
            super(path, URI.create("repository:/" + path.replace(" ", "%20")));
            this.path = path;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            try {
                byte[] content = scripts.content(path);
                ScriptText.of(path, content);
                return new ByteArrayInputStream(content);
            } catch (EvidenceUnavailable e) {
                trouble = e;
                throw new IOException(e);
            } catch (InterruptedException e) {
                interruption = e;
                throw new IOException(e);
            }
        }

        @Override
        public boolean exists() {
            return scripts.paths().contains(path);
        }

        @Override
        public Resource resolve(String other) {
            return new File(normalized(resolvePath(other)));
        }

        @Override
        public Resource resolveSibling(String other) {
            return new File(normalized(resolveSiblingPath(other)));
        }
    }
}
