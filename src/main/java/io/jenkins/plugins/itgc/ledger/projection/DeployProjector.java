package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.sql.SQLException;
import java.util.Objects;

/** Deploys from their first event to their last. */
final class DeployProjector implements Projector {
    private final DeployOutcome outcome = new DeployOutcome();
    private final DeployWords words = new DeployWords();

    @Override
    public void apply(Recorded<Event> recorded, Rows rows) throws SQLException {
        if (recorded.event() instanceof DeployEvent.Progress progress) {
            progress(new Recorded<>(recorded.entry(), progress), rows);
        } else if (recorded.event() instanceof DeployEvent.Noticed notice) {
            notice(notice.body(), recorded, rows);
        }
    }

    private void progress(Recorded<DeployEvent.Progress> recorded, Rows rows) throws SQLException {
        DeployFold before = DeployRow.read(DeployFold.idOf(recorded), rows);
        DeployFold now = DeployFold.next(before, recorded);
        if (before == null) {
            insert(now, rows);
        } else if (now.equals(before)) {
            return;
        }
        update(now, rows);
        if (now.state() == DeployState.STARTED) {
            DeployWords.approvers(now.id(), rows);
            waitedInQueue(now, rows);
        } else if (now.state().ended()) {
            Waits.drop(now.build(), rows);
            outcome.settle(now.id(), rows);
        }
    }

    private void insert(DeployFold deploy, Rows rows) throws SQLException {
        long job = Projector.job(deploy.build(), rows);
        rows.execute(
                "INSERT OR IGNORE INTO deployer (service, environment, job) VALUES (?, ?, ?)",
                deploy.target().service(),
                deploy.target().environment(),
                job);
        rows.execute(
                "INSERT INTO deploy (id, service, environment, repository, commit_id, previous, rollback, build, job,"
                        + " started_by, seen_at, requested_at, result, reason, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " max(?, coalesce((SELECT seen_at FROM deploy ORDER BY id DESC LIMIT 1), 0)), ?, 'requested', ?, ?)",
                deploy.id(),
                deploy.target().service(),
                deploy.target().environment(),
                Objects.requireNonNullElse(deploy.body().repository(), ""),
                Objects.requireNonNullElse(deploy.body().commit(), ""),
                deploy.body().previous(),
                deploy.body().rollback(),
                deploy.build(),
                job,
                deploy.body().startedBy(),
                Projector.millis(deploy.requestedAt()),
                Projector.millis(deploy.requestedAt()),
                deploy.reason(),
                deploy.newest().entry().body());
        words.index(deploy, rows);
    }

    private static void update(DeployFold deploy, Rows rows) throws SQLException {
        rows.execute(
                "UPDATE deploy SET started_at = ?, finished_at = ?, result = ?, reason = ?, body = ?, newest = ?,"
                        + " newest_at = ? WHERE id = ?",
                Projector.millis(deploy.startedAt()),
                Projector.millis(deploy.finishedAt()),
                deploy.state().word(),
                deploy.reason(),
                deploy.newest().entry().body(),
                deploy.newest().sequence(),
                Projector.millis(deploy.newest().at()),
                deploy.id());
    }

    private static void waitedInQueue(DeployFold deploy, Rows rows) throws SQLException {
        rows.execute(
                "INSERT OR IGNORE INTO waited (sequence, gate, build, job, environment, ended, took_ms)"
                        + " SELECT ?, 'queue', build, job, environment, ?, max(0, ? - requested_at) FROM deploy WHERE id = ?",
                deploy.newest().sequence(),
                Projector.millis(deploy.startedAt()),
                Projector.millis(deploy.startedAt()),
                deploy.id());
    }

    private static void notice(DeployEvent.Notice notice, Recorded<Event> recorded, Rows rows) throws SQLException {
        boolean numbered = notice.deploy() != null && notice.deploy().matches("[0-9]{1,18}");
        rows.execute(
                "INSERT INTO noticed (sequence, deploy, at, announcer, what, link) VALUES (?, ?, ?, ?, ?, ?)",
                recorded.sequence(),
                numbered ? Long.parseLong(notice.deploy()) : 0,
                Projector.millis(recorded.at()),
                Objects.requireNonNullElse(notice.announcer(), ""),
                notice.what(),
                notice.link());
    }
}
