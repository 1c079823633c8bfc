package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/** What gates said, and who waits for them. */
final class RulingProjector implements Projector {
    private static final Set<String> SHUT_FOR_NOW = Set.of("wait", "unknown");
    private static final String ARCHIVED = "archived";

    @Override
    public void apply(Recorded<Event> recorded, Rows rows) throws SQLException {
        Ruling ruling;
        if (recorded.event() instanceof RulingEvent event) {
            ruling = ruling(event, recorded);
        } else if (recorded.event() instanceof Event.Archived archived
                && archived.subject() instanceof Subject.OfChange change) {
            ruling = ruling(archived, change, recorded);
        } else {
            return;
        }
        insert(ruling, recorded.entry().hash(), rows);
        if (!ruling.build().isEmpty()) {
            wait(ruling, rows);
        }
    }

    private static Ruling ruling(RulingEvent event, Recorded<Event> recorded) {
        RulingBody<?, ?> body = event.body();
        ChangeBody change = body.change();
        boolean named = change != null && change.repository() != null;
        return new Ruling(
                recorded.sequence(),
                recorded.at(),
                Objects.requireNonNullElse(body.gate(), gate(recorded.entry().kind()))
                        .replaceAll("\\s", "-"),
                Objects.requireNonNullElse(body.decision(), "unknown"),
                body.reason(),
                named ? change.repository().text() : "",
                change == null || change.commit() == null ? "" : change.commit().sha(),
                change == null ? null : change.environment(),
                recorded.actor().build().orElse(""),
                recorded.entry().evidenceId());
    }

    private static Ruling ruling(Event.Archived archived, Subject.OfChange change, Recorded<Event> recorded) {
        return new Ruling(
                recorded.sequence(),
                recorded.at(),
                gate(archived.kind()),
                ARCHIVED,
                null,
                change.commit() == null ? "" : change.repository(),
                Objects.requireNonNullElse(change.commit(), ""),
                null,
                recorded.actor().build().orElse(""),
                recorded.entry().evidenceId());
    }

    private static String gate(String kind) {
        return kind.substring(0, kind.lastIndexOf('.'));
    }

    private static void insert(Ruling ruling, String hash, Rows rows) throws SQLException {
        rows.execute(
                "INSERT INTO ruling (sequence, at, gate, decision, reason, repository, commit_id, environment, build, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ruling.sequence(),
                ruling.at().toEpochMilli(),
                ruling.gate(),
                ruling.decision(),
                ruling.reason(),
                ruling.repository(),
                ruling.commit(),
                ruling.environment(),
                ruling.build(),
                hash);
        if (!ruling.commit().isEmpty()) {
            rows.execute(
                    "INSERT OR IGNORE INTO first_ruling (commit_id, at) VALUES (?, ?)",
                    ruling.commit(),
                    ruling.at().toEpochMilli());
        }
    }

    private static void wait(Ruling ruling, Rows rows) throws SQLException {
        if (SHUT_FOR_NOW.contains(ruling.decision())) {
            rows.execute(
                    "INSERT INTO waiting (build, gate, job, environment, repository, commit_id, since, sequence, decision,"
                            + " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (build, gate) DO UPDATE SET"
                            + " sequence = excluded.sequence, decision = excluded.decision, reason = excluded.reason",
                    ruling.build(),
                    ruling.gate(),
                    Projector.job(ruling.build(), rows),
                    ruling.environment(),
                    ruling.repository(),
                    ruling.commit(),
                    ruling.at().toEpochMilli(),
                    ruling.sequence(),
                    ruling.decision(),
                    ruling.reason());
        } else {
            Waits.end(
                    ruling.build(),
                    ruling.gate(),
                    ruling.sequence(),
                    ruling.at().toEpochMilli(),
                    rows);
        }
    }
}
