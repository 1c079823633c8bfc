package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Database;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.DatabaseYaml;
import java.util.List;
import java.util.Optional;

/** Databases, after the repositories that their scripts are in. */
record DatabaseBuilder(World world, String name, DatabaseYaml yaml) {
    Database build() {
        if (yaml == null || yaml.repository() == null) {
            throw new WorldFormatException(List.of("databases", name), "a database needs its 'repository'");
        }
        Repository repository = world.findRepository(yaml.repository())
                .orElseThrow(() -> new WorldFormatException(
                        List.of("databases", name, "repository"),
                        "there is no repository '" + yaml.repository() + "'; repositories are "
                                + world.repositories().keySet()));
        return new Database(repository, yaml.folder(), yaml.migrated() == null ? null : commit(repository));
    }

    private String commit(Repository repository) {
        return Optional.ofNullable(repository.branches().get(yaml.migrated()))
                .or(() -> repository.store().resolve(yaml.migrated()))
                .orElseThrow(() -> new WorldFormatException(
                        List.of("databases", name, "migrated"), "there is no commit '" + yaml.migrated() + "'"));
    }
}
