package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryService;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.DatabaseList;
import liquibase.database.jvm.JdbcConnection;
import liquibase.parser.ChangeLogParserFactory;

/** Asks Liquibase's own library which change sets of the change log at the commit ran, and as what. */
final class LiquibaseCheck implements HistoryCheck {
    @Override
    public List<Requirement> check(MigrationPolicy policy, Scripts scripts, DatabaseTarget target)
            throws SQLException, EvidenceUnavailable, InterruptedException {
        LiquibaseFiles files = new LiquibaseFiles(scripts);
        Map<String, Object> scope = Map.of(
                Scope.Attr.classLoader.name(),
                LiquibaseCheck.class.getClassLoader(),
                Scope.Attr.resourceAccessor.name(),
                files);
        List<Requirement> requirements = new ArrayList<>();
        try (Connection connection = new ReadOnlySource(target).getConnection()) {
            Scope.child(scope, () -> requirements.addAll(judged(policy, files, connection)));
            return requirements;
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            files.rethrowTrouble();
            throw new SQLException("Liquibase cannot read the change log or its history.", "HY000", e);
        }
    }

    private static List<Requirement> judged(MigrationPolicy policy, LiquibaseFiles files, Connection connection)
            throws Exception {
        String changeLog = policy.files().get(0);
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        DatabaseChangeLog log = ChangeLogParserFactory.getInstance()
                .getParser(changeLog, files)
                .parse(changeLog, new ChangeLogParameters(database), files);
        Map<String, RanChangeSet> ran = ran(database);
        Set<String> known = new HashSet<>();
        List<Requirement> requirements = new ArrayList<>();
        for (ChangeSet changeSet : log.getChangeSets()) {
            known.add(key(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath()));
            if (!changeSet.isIgnore() && DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true)) {
                requirements.add(requirement(changeSet, ran));
            }
        }
        ran.forEach((key, row) -> {
            if (!known.contains(key) && policy.concerns(path(row.getChangeLog()))) {
                requirements.add(Requirement.wrong(
                        Message.text(row.getChangeLog() + "::" + row.getId() + "::" + row.getAuthor()),
                        Message.of("migration.requirement.change-set-gone")));
            }
        });
        return requirements;
    }

    /** Empty while there is no history: Liquibase itself would want to make the table. */
    private static Map<String, RanChangeSet> ran(Database database) throws Exception {
        Map<String, RanChangeSet> ran = new HashMap<>();
        ChangeLogHistoryService history = Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(database);
        if (LiquibaseHistory.exists(database)) {
            for (RanChangeSet row : history.getRanChangeSets()) {
                ran.put(key(row.getId(), row.getAuthor(), row.getChangeLog()), row);
            }
        }
        return ran;
    }

    private static String key(String id, String author, String path) {
        return id + "\n" + author + "\n" + path(path);
    }

    private static String path(String path) {
        return DatabaseChangeLog.normalizePath(path);
    }

    private static Requirement requirement(ChangeSet changeSet, Map<String, RanChangeSet> ran) {
        Message what = Message.text(changeSet.toString(false));
        RanChangeSet row = ran.get(key(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath()));
        if (row == null) {
            return Requirement.missing(what, Message.of("migration.requirement.not-run"));
        }
        ChangeSet.ExecType type = row.getExecType();
        if (type == ChangeSet.ExecType.FAILED || type == ChangeSet.ExecType.SKIPPED) {
            return Requirement.wrong(what, Message.of("migration.requirement.noted-as", type.value));
        }
        if (row.getLastCheckSum() == null) {
            return Requirement.unknown(what, Message.of("migration.requirement.checksum-cleared"));
        }
        changeSet.setStoredCheckSum(row.getLastCheckSum());
        if (changeSet.isCheckSumValid(row.getLastCheckSum())) {
            return Requirement.applied(what);
        }
        return changeSet.shouldRunOnChange()
                ? Requirement.missing(what, Message.of("migration.requirement.older-ran"))
                : Requirement.wrong(what, Message.of("migration.requirement.other-ran"));
    }
}
