package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Database;

/** Something happens to a database. */
public sealed interface DatabaseOperation extends Operation {

    /**
     * Somebody applies the scripts of a commit.
     *
     * @param commit a branch, a SHA or the id of a commit
     */
    record MigrateDatabase(String database, String commit, String by) implements DatabaseOperation {
        @Override
        public void applyTo(World world) {
            Database found = world.database(Required.parameter(database, "database"));
            world.accounts().known(Required.parameter(by, "by"));
            String wanted = Required.parameter(commit, "commit");
            String branch = found.repository().branches().get(wanted);
            found.migrated(
                    branch != null
                            ? branch
                            : found.repository()
                                    .store()
                                    .resolve(wanted)
                                    .orElseThrow(
                                            () -> new IllegalArgumentException("there is no commit '" + wanted + "'")));
        }
    }
}
