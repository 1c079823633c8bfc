package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what gates said. */
public final class Rulings {
    private static final int LIMIT = 500;

    private final ProjectionFile file;

    /**
     * Something that waits.
     *
     * @param build the build that waits
     * @param job its job, by {@link Jobs.Job#id()}
     * @param gate for which gate
     * @param environment where it would go; null outside a deploy
     * @param repository {@code owner/name}
     * @param commit the commit that waits; empty while it was not known
     * @param since when the gate first said so
     * @param sequence the entry that said so last
     * @param decision wait or unknown
     * @param reason for what, one sentence
     */
    public record Wait(
            String build,
            long job,
            String gate,
            @Nullable String environment,
            String repository,
            String commit,
            Instant since,
            long sequence,
            String decision,
            String reason) {}

    Rulings(ProjectionFile file) {
        this.file = file;
    }

    /** What the gates told a build, oldest first, without those that were overtaken while it waited. */
    public List<Ruling> ofBuild(String build) {
        return file.read(rows -> rows.select(
                        "SELECT * FROM ruling WHERE sequence IN (SELECT max(sequence) FROM ruling WHERE build = ?"
                                + " GROUP BY gate) ORDER BY sequence",
                        build)
                .map((row, context) -> read(row))
                .list());
    }

    /** What waits, longest first. */
    public List<Wait> waiting(Scope scope) {
        return file.read(rows -> rows.select(
                        "SELECT * FROM waiting WHERE " + scope.condition("job") + " ORDER BY since LIMIT " + LIMIT)
                .map((row, context) -> new Wait(
                        row.getString("build"),
                        row.getLong("job"),
                        row.getString("gate"),
                        row.getString("environment"),
                        row.getString("repository"),
                        row.getString("commit_id"),
                        Cells.time(row, "since"),
                        row.getLong("sequence"),
                        row.getString("decision"),
                        row.getString("reason")))
                .list());
    }

    private static Ruling read(ResultSet row) throws SQLException {
        return new Ruling(
                row.getLong("sequence"),
                Cells.time(row, "at"),
                row.getString("gate"),
                row.getString("decision"),
                row.getString("reason"),
                row.getString("repository"),
                row.getString("commit_id"),
                row.getString("environment"),
                row.getString("build"),
                row.getLong("sequence") + ":" + row.getString("hash"));
    }
}
