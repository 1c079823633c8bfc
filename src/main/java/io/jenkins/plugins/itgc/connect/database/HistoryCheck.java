package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.Scripts;
import java.sql.SQLException;
import java.util.List;

/** One way to find out what a database holds. */
interface HistoryCheck {
    /**
     * Each thing that the target must hold, and whether it does.
     *
     * @throws SQLException when the target cannot be asked
     * @throws EvidenceUnavailable when a file cannot be read
     */
    List<Requirement> check(MigrationPolicy policy, Scripts scripts, DatabaseTarget target)
            throws SQLException, EvidenceUnavailable, InterruptedException;
}
