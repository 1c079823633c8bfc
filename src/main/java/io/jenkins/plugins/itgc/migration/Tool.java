package io.jenkins.plugins.itgc.migration;

/** What carries migrations out. */
public enum Tool {
    /** Versioned, repeatable, undo and baseline scripts with a history table of checksums. */
    FLYWAY,
    /** Change sets of change logs, with a history table of checksums. */
    LIQUIBASE,
    /** Files whose names begin with a version that a table lists: Rails, Phinx, Doctrine, golang-migrate. */
    VERSION_TABLE,
    /** Scripts that people run; the database is asked whether what they say holds. */
    SQL
}
