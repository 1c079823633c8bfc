package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

/**
 * A database that Flyway migrates with scripts of a repository.
 *
 * @param repository owner/name
 * @param folder where the scripts are; default: db/migration
 * @param migrated commit whose scripts were applied; default: none yet
 */
public record DatabaseYaml(String repository, String folder, String migrated) {
    /** Fills in what was left out. */
    public DatabaseYaml {
        folder = Defaults.or(folder, "db/migration");
    }
}
