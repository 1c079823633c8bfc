package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.ChangedFile;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.Scripts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** Asks Flyway's own library what it would say of the files at the commit. */
final class FlywayCheck implements HistoryCheck {
    private static final Pattern RUN = Pattern.compile("(V[0-9][^/]*|R)__[^/]*\\.sql");
    private static final Pattern NOT_RUN = Pattern.compile("[UB][0-9][^/]*__[^/]*\\.sql");

    @Override
    public List<Requirement> check(MigrationPolicy policy, Scripts scripts, DatabaseTarget target)
            throws SQLException, EvidenceUnavailable, InterruptedException {
        MigrationInfo[] infos = infos(policy, scripts, target);
        Map<String, MigrationInfo> byScript = new HashMap<>();
        Arrays.stream(infos).forEach(info -> byScript.merge(info.getScript(), info, FlywayCheck::newer));
        List<Requirement> requirements = new ArrayList<>();
        for (ChangedFile file : scripts.changed()) {
            if (file.blob() != null && !NOT_RUN.matcher(file.name()).matches()) {
                requirements.add(requirement(file, byScript.get(file.name())));
            }
        }
        Arrays.stream(infos)
                .filter(info -> broken(info.getState()))
                .forEach(info ->
                        requirements.add(Requirement.wrong(Message.text(info.getScript()), trouble(info.getState()))));
        return requirements;
    }

    private static MigrationInfo[] infos(MigrationPolicy policy, Scripts scripts, DatabaseTarget target)
            throws SQLException, EvidenceUnavailable, InterruptedException {
        FlywayFiles files = FlywayFiles.of(policy, scripts);
        // Fails early and with a reason of its own when the database is not there.
        new ReadOnlySource(target).getConnection().close();
        try {
            return Flyway.configure(FlywayCheck.class.getClassLoader())
                    .dataSource(new ReadOnlySource(target))
                    .locations(new String[0])
                    .resourceProvider(files)
                    .javaMigrationClassProvider(List::of)
                    .table(policy.versionTable() == null ? "flyway_schema_history" : policy.versionTable())
                    .load()
                    .info()
                    .all();
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException cause
                    ? cause
                    : new SQLException("Flyway cannot read its history.", "HY000", e);
        }
    }

    /** A repeatable script has a row for each time it ran; the last one counts. */
    private static MigrationInfo newer(MigrationInfo a, MigrationInfo b) {
        boolean later = b.getInstalledRank() == null
                || (a.getInstalledRank() != null && b.getInstalledRank() > a.getInstalledRank());
        return later ? b : a;
    }

    private static Requirement requirement(ChangedFile file, @Nullable MigrationInfo info) {
        Message what = Message.text(file.path());
        if (!RUN.matcher(file.name()).matches()) {
            boolean java = file.name().endsWith(".java");
            return Requirement.unknown(
                    what,
                    Message.of(
                            java
                                    ? "migration.requirement.written-in-java"
                                    : "migration.requirement.not-run-by-flyway"));
        }
        if (info == null) {
            return Requirement.unknown(what, Message.of("migration.requirement.unknown-to-flyway"));
        }
        return switch (info.getState()) {
            case SUCCESS, FUTURE_SUCCESS ->
                info.isChecksumMatching()
                        ? Requirement.applied(what)
                        : Requirement.wrong(what, Message.of("migration.requirement.other-applied"));
            case PENDING -> Requirement.missing(what, Message.of("migration.requirement.not-applied"));
            case OUTDATED -> Requirement.missing(what, Message.of("migration.requirement.older-applied"));
            case IGNORED -> Requirement.wrong(what, Message.of("migration.requirement.newer-applied"));
            case OUT_OF_ORDER -> Requirement.wrong(what, Message.of("migration.requirement.out-of-order"));
            default ->
                broken(info.getState())
                        ? Requirement.wrong(what, trouble(info.getState()))
                        : Requirement.unknown(
                                what,
                                Message.of(
                                        "migration.requirement.flyway-state",
                                        info.getState().getDisplayName()));
        };
    }

    private static boolean broken(MigrationState state) {
        return state.isFailed() || state == MigrationState.MISSING_SUCCESS;
    }

    private static Message trouble(MigrationState state) {
        boolean gone = state == MigrationState.MISSING_SUCCESS;
        return Message.of(gone ? "migration.requirement.file-gone" : "migration.requirement.failed");
    }
}
