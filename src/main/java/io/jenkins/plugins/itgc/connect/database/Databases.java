package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.Scripts;
import io.jenkins.plugins.itgc.migration.TargetState;
import io.jenkins.plugins.itgc.migration.Targets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the configured databases, side by side. */
public final class Databases implements Targets {
    private final List<DatabaseTarget> targets;
    private final InParallel parallel;

    /**
     * @param targets shards and replicas of one database; each is asked
     * @param parallel asks them side by side
     */
    public Databases(List<DatabaseTarget> targets, InParallel parallel) {
        this.targets = List.copyOf(targets);
        this.parallel = parallel;
    }

    @Override
    public List<TargetState> ask(MigrationPolicy policy, Scripts scripts)
            throws EvidenceUnavailable, InterruptedException {
        List<InParallel.Read<TargetState>> reads = targets.stream()
                .map(target -> parallel.begin(() -> ask(policy, scripts, target)))
                .toList();
        List<TargetState> states = new ArrayList<>();
        for (InParallel.Read<TargetState> read : reads) {
            states.add(read.get());
        }
        return states;
    }

    private static TargetState ask(MigrationPolicy policy, Scripts scripts, DatabaseTarget target)
            throws EvidenceUnavailable, InterruptedException {
        HistoryCheck check =
                switch (policy.tool()) {
                    case FLYWAY -> new FlywayCheck();
                    case LIQUIBASE -> new LiquibaseCheck();
                    case VERSION_TABLE -> new VersionTableCheck();
                    case SQL -> new SqlCheck();
                };
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The tools look for their own parts by the thread's class loader, which in Jenkins does not see the plugin's.
        thread.setContextClassLoader(Databases.class.getClassLoader());
        try {
            List<Message> warnings = rights(target);
            List<Requirement> requirements = check.check(policy, scripts, target);
            return new TargetState(target.name(), requirements, null, warnings);
        } catch (SQLException e) {
            return TargetState.unreachable(target.name(), Trouble.of(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<Message> rights(DatabaseTarget target) throws SQLException {
        try (Connection connection = new ReadOnlySource(target).getConnection()) {
            return Rights.warnings(connection, target.dialect());
        }
    }
}
