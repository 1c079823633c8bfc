package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks up requests for approval. */
public final class Approvals {
    private static final int LIMIT = 200;
    private static final String OPEN = "state = 'requested' AND (until IS NULL OR until >= ?)";

    private final ProjectionFile file;

    /**
     * A request.
     *
     * @param id its name
     * @param at when it was asked
     * @param repository {@code owner/name}
     * @param commit the commit it is for
     * @param environment the environment it is for; null when the entry did not say
     * @param service what would be deployed; null when the entry did not say
     * @param build the build that asked first; empty when none did
     * @param job that build's job, by {@link Jobs.Job#id()}; null without a build
     * @param state requested, refused, completed, expired or voided
     * @param until when it expires; null for never
     * @param body all that the request says
     * @param acts what people did about it, oldest first
     */
    public record Request(
            String id,
            Instant at,
            String repository,
            String commit,
            @Nullable String environment,
            @Nullable String service,
            String build,
            @Nullable Long job,
            String state,
            @Nullable Instant until,
            ApprovalEvent.Request body,
            List<Act> acts) {
        public Request {
            acts = List.copyOf(acts);
        }
    }

    /**
     * What somebody did.
     *
     * @param what given, refused, withdrawn and so on
     * @param person who; null for nobody
     * @param channel by which way; null when not said
     * @param reason what they wrote; null for nothing
     * @param sequence the entry that holds it
     */
    public record Act(
            String what,
            Instant at,
            @Nullable String person,
            @Nullable String channel,
            @Nullable String reason,
            long sequence) {}

    Approvals(ProjectionFile file) {
        this.file = file;
    }

    /** What wants an answer at a time, oldest first; when there are more than 200, the newest of them. */
    public List<Request> open(Scope scope, Instant now) {
        List<Request> newest = file.read(rows -> requests(
                OPEN + " AND "
                        + (scope.everything() ? "1" : scope.condition("job")) + " ORDER BY sequence DESC LIMIT "
                        + LIMIT,
                rows,
                now.toEpochMilli()));
        List<Request> oldest = new ArrayList<>(newest);
        Collections.reverse(oldest);
        return oldest;
    }

    /** The ids of all that want an answer at a time, oldest first, however many they are. */
    public List<String> openIds(Instant now) {
        return file.read(rows -> rows.select(
                        "SELECT request FROM approval WHERE " + OPEN + " ORDER BY sequence", now.toEpochMilli())
                .mapTo(String.class)
                .list());
    }

    /** Requests for a commit in an environment, oldest first. */
    public List<Request> about(String commit, String environment) {
        return file.read(rows -> requests(
                "commit_id = ? AND environment = ? ORDER BY sequence LIMIT " + LIMIT, rows, commit, environment));
    }

    /** A request by its id; empty when there is none, and when the reader may not see its job. */
    public Optional<Request> byId(String id, Scope scope) {
        return file.read(rows -> requests("request = ?", rows, id)).stream()
                .filter(request -> scope.everything() || (request.job() != null && scope.covers(request.job())))
                .findFirst();
    }

    /** By whose approvals a deploy began; empty where none was needed, and where it went round them. */
    public List<String> approvers(Deploy deploy) {
        return file.read(handle -> {
            try (Rows rows = new Rows(handle.getConnection())) {
                return DeployApprovers.of(deploy.id(), rows);
            } catch (SQLException e) {
                throw new LedgerFailure("The approvers of deploy " + deploy.id() + " cannot be read.", e);
            }
        });
    }

    private static List<Request> requests(String condition, Handle rows, Object... values) {
        return rows.select("SELECT * FROM approval WHERE " + condition, values)
                .map((row, context) -> read(row, rows))
                .list();
    }

    private static Request read(ResultSet row, Handle rows) throws SQLException {
        String id = row.getString("request");
        ApprovalEvent.Request body = ApprovalRow.body(row);
        Instant at = Cells.time(row, "at");
        List<Act> acts = new ArrayList<>();
        for (ApprovalEvent.Answer refusal : body.refusals()) {
            acts.add(earlier(refusal, at, row.getLong("sequence")));
        }
        acts.addAll(acts(id, rows));
        return new Request(
                id,
                at,
                row.getString("repository"),
                row.getString("commit_id"),
                row.getString("environment"),
                row.getString("service"),
                row.getString("build"),
                Cells.number(row, "job"),
                row.getString("state"),
                Cells.instant(row, "until"),
                body,
                acts);
    }

    /** A refusal of an earlier request about the commit holds for this one since it was made. */
    private static Act earlier(ApprovalEvent.Answer refusal, Instant at, long sequence) {
        return new Act("refused", at, refusal.person(), refusal.channel(), refusal.reason(), sequence);
    }

    private static List<Act> acts(String request, Handle rows) {
        return rows.select("SELECT * FROM approval_act WHERE request = ? ORDER BY sequence", request)
                .map((row, context) -> new Act(
                        row.getString("act"),
                        Cells.time(row, "at"),
                        row.getString("person"),
                        row.getString("channel"),
                        row.getString("reason"),
                        row.getLong("sequence")))
                .list();
    }
}
