package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks up holds, exceptions, what was told to whom, and share links. */
public final class Records {
    private final ProjectionFile file;

    /**
     * Somebody holds an environment.
     *
     * @param service the only service that is held; null for all
     * @param until when it ends by itself; null for never
     */
    public record Hold(
            String environment,
            @Nullable String service,
            String owner,
            String reason,
            Instant placedAt,
            @Nullable Instant until) {}

    /**
     * Something that went another way than the gates.
     *
     * @param sequence the entry that holds it
     * @param kind such as {@code breakglass.opened} or {@code bypass.found}
     */
    public record Exceptional(
            long sequence,
            Instant at,
            String kind,
            String environment,
            String service,
            String repository,
            String commit,
            String person,
            @Nullable String what,
            String link) {}

    /**
     * An after-effect of a deploy that is done.
     *
     * @param announcer who did it, such as the calendar
     * @param what one sentence, in English; null when there is nothing to say
     * @param link where it can be seen; null where it has no address
     */
    public record Notice(
            String announcer,
            Instant at,
            @Nullable String what,
            @Nullable String link) {}

    /**
     * A share link.
     *
     * @param deploy the only deploy that it shows
     * @param revokedAt when it was taken back; null when it was not
     */
    public record Share(
            String id,
            long deploy,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            String revokedBy) {}

    Records(ProjectionFile file) {
        this.file = file;
    }

    /** What is held at this time. */
    public List<Hold> holds(Scope scope, Instant now) {
        return file.read(rows -> rows.select(
                        "SELECT * FROM hold WHERE released_at IS NULL AND (until IS NULL OR until > ?) AND "
                                + scope.place("hold.environment", "hold.service")
                                + " ORDER BY environment, service LIMIT 200",
                        now.toEpochMilli())
                .map((row, context) -> new Hold(
                        row.getString("environment"),
                        row.getString("service"),
                        row.getString("owner"),
                        row.getString("reason"),
                        Cells.time(row, "placed_at"),
                        Cells.instant(row, "until")))
                .list());
    }

    /** The newest exceptions. */
    public List<Exceptional> exceptions(Scope scope, int limit) {
        return file.read(rows -> rows.select(
                        "SELECT * FROM exception WHERE " + scope.place("exception.environment", "exception.service")
                                + " ORDER BY sequence DESC LIMIT ?",
                        limit)
                .map((row, context) -> exceptional(row))
                .list());
    }

    /** The exceptions about a commit, oldest first: those of services that the reader may know of, also where they share it. */
    public List<Exceptional> exceptionsAbout(String commit, Scope scope) {
        return file.read(rows -> rows.select(
                        "SELECT * FROM exception WHERE commit_id = ? AND "
                                + scope.place("exception.environment", "exception.service")
                                + " ORDER BY sequence LIMIT 100",
                        commit)
                .map((row, context) -> exceptional(row))
                .list());
    }

    private static Exceptional exceptional(ResultSet row) throws SQLException {
        return new Exceptional(
                row.getLong("sequence"),
                Cells.time(row, "at"),
                row.getString("kind"),
                row.getString("environment"),
                row.getString("service"),
                row.getString("repository"),
                row.getString("commit_id"),
                row.getString("person"),
                row.getString("what"),
                row.getString("link"));
    }

    /** What was told to whom after a deploy, oldest first, each by the entry that holds it. */
    public SortedMap<Long, Notice> notices(long deploy) {
        SortedMap<Long, Notice> notices = new TreeMap<>();
        file.read(rows -> {
            rows.select("SELECT * FROM noticed WHERE deploy = ? ORDER BY sequence LIMIT 100", deploy)
                    .map((row, context) -> notices.put(row.getLong("sequence"), notice(row)))
                    .list();
            return notices;
        });
        return notices;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("announcer"), Cells.time(row, "at"), row.getString("what"), row.getString("link"));
    }

    /** The links to a deploy, newest first. */
    public List<Share> shares(long deploy) {
        return file.read(
                rows -> rows.select("SELECT * FROM share WHERE deploy = ? ORDER BY created_at DESC LIMIT 100", deploy)
                        .map((row, context) -> share(row))
                        .list());
    }

    /** A share link by its id, revoked or expired ones too; empty when there never was one. */
    public Optional<Share> share(String id) {
        return file.read(rows -> rows.select("SELECT * FROM share WHERE id = ?", id)
                .map((row, context) -> share(row))
                .findOne());
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getString("id"),
                row.getLong("deploy"),
                Cells.time(row, "created_at"),
                row.getString("created_by"),
                Cells.time(row, "expires_at"),
                Cells.instant(row, "revoked_at"),
                row.getString("revoked_by"));
    }
}
