package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests for approval and what became of them. Who may see a request is decided by the job that asked first, and its build
 * is the one that is told: the names of builds that ask for it later are for those who may see their jobs.
 */
final class ApprovalProjector implements Projector {
    @Override
    public void apply(Recorded<Event> recorded, Rows rows) throws SQLException {
        if (recorded.event() instanceof ApprovalEvent.Requested requested) {
            request(new Recorded<>(recorded.entry(), requested), rows);
        } else if (recorded.event() instanceof ApprovalEvent event) {
            answer(new Recorded<>(recorded.entry(), event), rows);
        }
    }

    private static void request(Recorded<ApprovalEvent.Requested> requested, Rows rows) throws SQLException {
        ApprovalEvent.Request body = requested.event().body();
        String build = Optional.ofNullable(body.build())
                .or(() -> requested.actor().build())
                .orElse("");
        rows.execute(
                "INSERT OR REPLACE INTO approval (request, sequence, at, subject, repository, commit_id, environment,"
                        + " service, build, job, state, until, body, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                String.valueOf(requested.sequence()),
                requested.sequence(),
                Projector.millis(requested.at()),
                requested.entry().subject(),
                requested.event().subject().repository(),
                requested.event().subject().commit(),
                requested.event().subject().environment(),
                body.service(),
                build,
                build.isEmpty() ? null : Projector.job(build, rows),
                ApprovalFold.of(requested).state().word(),
                Projector.millis(body.expiresAt()),
                requested.entry().body(),
                requested.entry().actor());
    }

    private static void answer(Recorded<ApprovalEvent> recorded, Rows rows) throws SQLException {
        String request = recorded.event().request();
        if (recorded.event() instanceof ApprovalEvent.OfBreakGlass) {
            breakGlass(recorded, request, rows);
        } else {
            act(recorded, request, rows);
        }
        if (request == null) {
            return;
        }
        Optional<ApprovalFold> fold = ApprovalRow.read(request, rows);
        if (fold.isPresent()) {
            rows.execute(
                    "UPDATE approval SET state = ? WHERE request = ?",
                    fold.get().state().word(),
                    request);
        }
        if (recorded.event() instanceof ApprovalEvent.Completed) {
            approvers(request, rows);
        }
    }

    /** People see it among the exceptions; here it tells what became of the request. */
    private static void breakGlass(Recorded<ApprovalEvent> recorded, @Nullable String request, Rows rows)
            throws SQLException {
        rows.execute(
                "INSERT INTO break_glass (sequence, request, kind, at, actor, body) VALUES (?, ?, ?, ?, ?, ?)",
                recorded.sequence(),
                request == null ? "" : request,
                recorded.entry().kind(),
                Projector.millis(recorded.at()),
                recorded.entry().actor(),
                recorded.entry().body());
    }

    private static void act(Recorded<ApprovalEvent> recorded, @Nullable String request, Rows rows) throws SQLException {
        ApprovalEvent.Answer answer = recorded.event() instanceof ApprovalEvent.Act act ? act.body() : null;
        String kind = recorded.entry().kind();
        rows.execute(
                "INSERT INTO approval_act (sequence, request, act, at, actor, person, channel, reason, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                recorded.sequence(),
                request == null ? "" : request,
                kind.substring(kind.indexOf('.') + 1),
                Projector.millis(recorded.at()),
                recorded.entry().actor(),
                answer == null ? null : answer.person(),
                answer == null ? null : answer.channel(),
                answer == null ? null : answer.reason(),
                recorded.entry().body());
    }

    private static void approvers(String request, Rows rows) throws SQLException {
        List<Long> deploys = rows.list(
                row -> row.getLong(1),
                "SELECT deploy.id FROM approval JOIN deploy ON deploy.commit_id = approval.commit_id AND"
                        + " deploy.environment = approval.environment WHERE request = ? AND started_at IS NULL AND"
                        + " finished_at IS NULL",
                request);
        for (long deploy : deploys) {
            DeployWords.approvers(deploy, rows);
        }
    }
}
