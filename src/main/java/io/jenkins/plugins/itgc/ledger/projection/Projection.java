package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keeps the projections up with the ledger. Safe for use by several threads. */
public final class Projection {
    private static final List<Projector> PROJECTORS = List.of(
            new RulingProjector(),
            new DeployProjector(),
            new ApprovalProjector(),
            new HoldProjector(),
            new ExceptionProjector(),
            new ShareProjector());

    private final EntryReader ledger;
    private final ProjectionFile file;

    /**
     * How far the projections are.
     *
     * @param sequence the last entry that is in them; 0 for none
     * @param at when that entry was appended
     */
    public record Position(long sequence, Instant at) {}

    private Projection(EntryReader ledger, ProjectionFile file) {
        this.ledger = ledger;
        this.file = file;
    }

    /**
     * Opens the projections, or begins anew where the file is of another version or broken.
     *
     * @throws io.jenkins.plugins.itgc.ledger.LedgerFailure when no file can be written there
     */
    public static Projection open(Path file, EntryReader ledger) {
        return new Projection(ledger, ProjectionFile.open(file));
    }

    /** Takes in everything that was appended since; an interrupted thread leaves the rest to the next call. */
    public void catchUp() {
        while (catchUp(1000) && !Thread.currentThread().isInterrupted()) {
            // the next ones
        }
    }

    /**
     * Takes in what was appended since, in one step that others see whole or not at all.
     *
     * @param limit how many entries at most
     * @return whether there may be more
     */
    public synchronized boolean catchUp(int limit) {
        Position now = position();
        List<Entry> next = ledger.entries(Math.max(0, now.sequence() - 1), limit + 1);
        if (now.sequence() > 0) {
            if (next.isEmpty() || !isWhereWeAre(next.get(0))) {
                // The ledger is not the one that was read: restored from a backup, or replaced.
                file.empty();
                return true;
            }
            next = next.subList(1, next.size());
        }
        List<Entry> taken = next.subList(0, Math.min(limit, next.size()));
        if (!taken.isEmpty()) {
            file.write(rows -> apply(taken, rows));
        }
        return taken.size() == limit;
    }

    private boolean isWhereWeAre(Entry entry) {
        String hash = file.read(rows ->
                rows.select("SELECT hash FROM position").mapTo(String.class).one());
        return hash.equals(entry.hash());
    }

    private static void apply(List<Entry> entries, Rows rows) throws SQLException {
        for (Entry entry : entries) {
            Recorded<Event> recorded = EventLog.recorded(entry);
            for (Projector projector : PROJECTORS) {
                projector.apply(recorded, rows);
            }
        }
        Entry last = entries.get(entries.size() - 1);
        rows.execute(
                "UPDATE position SET sequence = ?, hash = ?, at = ?",
                last.sequence(),
                last.hash(),
                last.at().toEpochMilli());
    }

    /** Throws all projections away and builds them again. */
    public synchronized void rebuild() {
        file.empty();
        catchUp();
    }

    /** Up to which entry of the ledger they tell. */
    public Position position() {
        return file.read(rows -> rows.select("SELECT sequence, at FROM position")
                .map((row, context) -> new Position(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .one());
    }

    /** The deploys, searchable. */
    public Deploys deploys() {
        return new Deploys(file);
    }

    /** What the gates said. */
    public Rulings rulings() {
        return new Rulings(file);
    }

    /** Who was asked for approval, and what they answered. */
    public Approvals approvals() {
        return new Approvals(file);
    }

    /** Holds, exceptions and share links. */
    public Records records() {
        return new Records(file);
    }

    /** The numbers behind the charts. */
    public Metrics metrics() {
        return new Metrics(file);
    }

    /** Everything that a reader sees depends on these jobs. */
    public Jobs jobs() {
        return new Jobs(file);
    }
}
