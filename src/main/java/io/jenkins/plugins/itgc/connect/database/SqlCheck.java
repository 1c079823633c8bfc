package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.ChangedFile;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.Scripts;
import io.jenkins.plugins.itgc.migration.sql.Assertion;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import io.jenkins.plugins.itgc.migration.sql.ScriptAssertions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks the database whether what the scripts say holds. */
final class SqlCheck implements HistoryCheck {
    @Override
    public List<Requirement> check(MigrationPolicy policy, Scripts scripts, DatabaseTarget target)
            throws SQLException, EvidenceUnavailable, InterruptedException {
        List<Requirement> requirements = new ArrayList<>();
        try (Connection connection = new ReadOnlySource(target).getConnection()) {
            Holding holding = new Holding(connection, target.dialect());
            for (ChangedFile file : scripts.changed()) {
                if (file.blob() != null) {
                    requirements.addAll(check(file, ScriptText.of(file.path(), scripts.content(file.path())), holding));
                }
            }
        }
        return requirements;
    }

    private static List<Requirement> check(ChangedFile file, String text, Holding holding) throws SQLException {
        List<Requirement> requirements = new ArrayList<>();
        for (Assertion assertion : ScriptAssertions.of(text)) {
            Message what =
                    Message.of("migration.requirement.in-script", file.path(), assertion.line(), assertion.what());
            requirements.add(
                    assertion instanceof Undetermined undetermined
                            ? Requirement.unknown(what, undetermined.why())
                            : holding.check(what, assertion));
        }
        return requirements;
    }
}
