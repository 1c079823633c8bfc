package io.jenkins.plugins.itgc.testbed.sandbox.model;

/** A database whose scripts are in a repository. The sandbox only keeps up to which commit they were applied. */
public final class Database {
    private final Repository repository;
    private final String folder;
    private String migrated;

    /** @param migrated SHA of the commit whose scripts were applied; null for none yet */
    public Database(Repository repository, String folder, String migrated) {
        this.repository = repository;
        this.folder = folder;
        this.migrated = migrated;
    }

    /** Where its scripts are. */
    public Repository repository() {
        return repository;
    }

    /** The folder of its scripts, without a slash at the end. */
    public String folder() {
        return folder;
    }

    /** SHA of the commit whose scripts were applied; null for none yet. */
    public String migrated() {
        return migrated;
    }

    /** The scripts of another commit were applied. */
    public void migrated(String sha) {
        migrated = sha;
    }
}
