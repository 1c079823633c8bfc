package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one database of an environment. Comes from the controller's configuration, never from the pull request.
 *
 * @param database what the configuration calls it
 * @param tool what carries its migrations out
 * @param files globs of its migration files in the repository; for Liquibase the change log comes first
 * @param versionTable table and column of the versions, such as {@code schema_migrations.version}; null for other tools
 * @param targets names of the databases that must hold it: all shards and replicas
 * @param contact who carries migrations out, for people
 * @param waits whether to wait until they are applied, or to refuse at once
 */
public record MigrationPolicy(
        String database,
        Tool tool,
        List<String> files,
        @Nullable String versionTable,
        List<String> targets,
        String contact,
        boolean waits) {
    /** @throws IllegalArgumentException when it asks for nothing, or nowhere */
    public MigrationPolicy {
        Objects.requireNonNull(tool, "tool");
        files = List.copyOf(files);
        targets = List.copyOf(targets);
        if (files.isEmpty() || targets.isEmpty()) {
            throw new InvalidValue(Message.of("migration.policy.empty", database));
        }
        files.forEach(MigrationPolicy::matcher);
        if (tool == Tool.VERSION_TABLE && (versionTable == null || !versionTable.matches("[\\w.]+\\.\\w+"))) {
            throw new InvalidValue(Message.of("migration.policy.no-version-table", database));
        }
    }

    /** Whether a file of the repository is a migration of this database. What cannot even be a path counts as one. */
    public boolean concerns(String path) {
        try {
            Path file = Path.of(path);
            return files.stream().anyMatch(glob -> matcher(glob).matches(file));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }
}
