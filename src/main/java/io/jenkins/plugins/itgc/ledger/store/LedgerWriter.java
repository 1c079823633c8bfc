package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.SealedDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries into the file over one connection that stays open. Not safe for several threads: {@link GroupCommit}
 * lets in one at a time.
 */
public final class LedgerWriter implements AutoCloseable {
    private final Path file;
    private final DataSource source;
    private final ChainTable table;
    private @Nullable Connection connection;
    private @Nullable Commands commands;
    private @Nullable Object opened;

    LedgerWriter(Path file, DataSource source, Clock clock) {
        this.file = file;
        this.source = source;
        this.table = new ChainTable(null, clock);
    }

    /**
     * Appends all in one transaction and does not return before it is safe on the disk.
     *
     * @throws LedgerFailure when that fails; then nothing was appended
     */
    List<Entry> append(List<SealedDraft> drafts) {
        try {
            Commands open = open();
            open.begin().execute();
            List<Entry> entries = open.appends().append(drafts);
            open.commit().execute();
            return entries;
        } catch (SQLException | IOException e) {
            close();
            throw new LedgerFailure(
                    "The ledger " + file + " cannot be appended to; check its permissions, the disk and free space.",
                    e);
        }
    }

    /**
     * What every append says, prepared once: preparing it each time takes longer than doing it. Begun and committed by hand,
     * since the driver would begin the next transaction at once and so keep every other writer out. Ends with its connection.
     */
    private record Commands(PreparedStatement begin, ChainTable.Appends appends, PreparedStatement commit) {
        static Commands over(Connection open, ChainTable table) throws SQLException {
            PreparedStatement begin = open.prepareStatement("BEGIN IMMEDIATE");
            try {
                return new Commands(begin, table.over(open), open.prepareStatement("COMMIT"));
            } catch (SQLException e) {
                begin.close();
                throw e;
            }
        }
    }

    /** A file that was removed or put in place of another would swallow what is written to the open one. */
    private Commands open() throws SQLException, IOException {
        Object present = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        Commands ready = commands;
        if (connection == null || ready == null || !Objects.equals(opened, present)) {
            close();
            Connection fresh = source.getConnection();
            connection = fresh;
            ready = Commands.over(fresh, table);
            commands = ready;
            opened = present;
        }
        return ready;
    }

    /** Gives the connection back; what was not committed is not kept. */
    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                throw new LedgerFailure("The ledger " + file + " cannot be closed.", e);
            }
        }
    }
}
