package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.HoldEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.HoldFold;
import java.sql.SQLException;

/** Environments and services that somebody holds. */
final class HoldProjector implements Projector {
    @Override
    public void apply(Recorded<Event> recorded, Rows rows) throws SQLException {
        if (!(recorded.event() instanceof HoldEvent event)) {
            return;
        }
        Subject.OfHold about = HoldFold.about(event);
        // A hold that is placed again takes the place of the one before.
        rows.execute(
                "UPDATE hold SET released_at = ?, released_by = ? WHERE environment = ? AND service IS ?"
                        + " AND released_at IS NULL",
                Projector.millis(recorded.at()),
                recorded.entry().actor(),
                about.environment(),
                about.service());
        if (event instanceof HoldEvent.Placed placed) {
            place(new Recorded<>(recorded.entry(), placed), about, rows);
        }
    }

    private static void place(Recorded<HoldEvent.Placed> placed, Subject.OfHold about, Rows rows) throws SQLException {
        rows.execute(
                "INSERT INTO hold (sequence, environment, service, owner, reason, placed_at, until)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                placed.sequence(),
                about.environment(),
                about.service(),
                HoldFold.owner(placed),
                placed.event().body().reason(),
                Projector.millis(placed.at()),
                Projector.millis(placed.event().body().until()));
    }
}
