package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.ChangedFile;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Requirement;
import io.jenkins.plugins.itgc.migration.Scripts;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the versions in the names of files with a table of versions. Such tables keep no checksums, so it cannot tell
 * whether a file was changed before it ran.
 */
final class VersionTableCheck implements HistoryCheck {
    private static final Pattern IN_FILE = Pattern.compile("(?:Version)?(\\d{1,20})(?:[_.].*)?");
    private static final Pattern IN_TABLE = Pattern.compile("(?:.*\\D)?(\\d{1,20})");

    /** What the table says: versions, or, with a mark for a failure, the newest one only. */
    private record Table(Set<BigInteger> versions, boolean newestOnly, boolean failed) {
        boolean holds(BigInteger version) {
            return newestOnly
                    ? versions.stream().anyMatch(newest -> newest.compareTo(version) >= 0)
                    : versions.contains(version);
        }
    }

    @Override
    public List<Requirement> check(MigrationPolicy policy, Scripts scripts, DatabaseTarget target) throws SQLException {
        Table table = read(Objects.requireNonNull(policy.versionTable(), "versionTable"), target);
        return scripts.changed().stream()
                .filter(file -> file.blob() != null && !file.name().contains(".down."))
                .map(file -> requirement(file, table))
                .toList();
    }

    private static Requirement requirement(ChangedFile file, Table table) {
        Message what = Message.text(file.path());
        Matcher name = IN_FILE.matcher(file.name());
        if (!name.matches()) {
            return Requirement.unknown(what, Message.of("migration.requirement.no-version"));
        }
        if (table.failed()) {
            return Requirement.wrong(what, Message.of("migration.requirement.dirty"));
        }
        return table.holds(new BigInteger(name.group(1)))
                ? Requirement.applied(what)
                : Requirement.missing(what, Message.of("migration.requirement.not-in-table"));
    }

    private static Table read(String versionTable, DatabaseTarget target) throws SQLException {
        int dot = versionTable.lastIndexOf('.');
        try (Connection connection = new ReadOnlySource(target).getConnection();
                Statement statement = connection.createStatement();
                // Both are names by the policy's own check, so nothing else can be written into the question.
                ResultSet rows = statement.executeQuery("SELECT * FROM " + versionTable.substring(0, dot))) {
            int dirty = column(rows, "dirty").orElse(0);
            int version = column(rows, versionTable.substring(dot + 1))
                    .orElseThrow(() -> new SQLException("There is no such column.", "42703"));
            Set<BigInteger> versions = new HashSet<>();
            boolean failed = false;
            while (rows.next()) {
                String written = rows.getString(version);
                Matcher text = IN_TABLE.matcher(written == null ? "" : written);
                if (text.matches()) {
                    versions.add(new BigInteger(text.group(1)));
                }
                failed |= dirty > 0 && rows.getBoolean(dirty);
            }
            return new Table(versions, dirty > 0, failed);
        }
    }

    private static Optional<Integer> column(ResultSet rows, String name) throws SQLException {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            if (rows.getMetaData().getColumnName(i).equalsIgnoreCase(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
