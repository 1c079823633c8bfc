package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Exceptional;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** What went another way than the gates: break-glass, overrides, and changes that bypassed the gates. */
final class ExceptionProjector implements Projector {
    @Override
    public void apply(Recorded<Event> recorded, Rows rows) throws SQLException {
        Optional<Exceptional> exceptional = Exceptional.of(recorded.event());
        if (exceptional.isPresent()) {
            insert(exceptional.get(), recorded, rows);
        }
    }

    private static void insert(Exceptional found, Recorded<Event> recorded, Rows rows) throws SQLException {
        rows.execute(
                "INSERT INTO exception (sequence, at, kind, environment, service, repository, commit_id, person, what,"
                        + " link, subject) VALUES (?, ?, ?, ?, coalesce(?, (SELECT service FROM approval WHERE request = ?)), ?, ?, ?, ?,"
                        + " ?, ?)",
                recorded.sequence(),
                Projector.millis(recorded.at()),
                recorded.entry().kind(),
                found.environment(),
                found.service(),
                found.request(), // break-glass is about what its request was about
                Objects.requireNonNullElse(found.repository(), ""),
                Objects.requireNonNullElse(found.commit(), ""),
                found.person(),
                found.what(),
                found.link(),
                recorded.entry().subject());
    }
}
