package io.jenkins.plugins.itgc.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Writes entries into the file over one connection that stays open. Not safe for several threads: {@link GroupCommit}
 * lets in one at a time.
 */
final class LedgerWriter implements AutoCloseable {
    private static final String LAST = "SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1";
    private static final String INSERT = "INSERT INTO entry (sequence, at, kind, subject, actor, body, body_hash,"
            + " previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Path file;
    private final DataSource source;
    private final Clock clock;
    private Connection connection;
    private Object opened;

    LedgerWriter(Path file, DataSource source, Clock clock) {
        this.file = file;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Appends all in one transaction and does not return before it is safe on the disk.
     *
     * @throws LedgerFailure when that fails; then nothing was appended
     */
    List<Entry> append(List<Sealed> drafts) {
        try {
            Connection open = open();
            execute(open, "BEGIN IMMEDIATE");
            List<Entry> entries = chain(open, drafts);
            execute(open, "COMMIT");
            return entries;
        } catch (SQLException | IOException e) {
            close();
            throw new LedgerFailure(
                    "The ledger " + file + " cannot be appended to; check its permissions, the disk and free space.", e);
        }
    }

    /**
     * A draft whose body is written as it will be kept.
     *
     * @param body canonical JSON
     * @param bodyHash its SHA-256
     */
    record Sealed(Draft draft, String body, String bodyHash) {
        /** @throws IllegalArgumentException when the body cannot be written as JSON */
        static Sealed of(Draft draft) {
            String body = CanonicalJson.of(draft.body());
            return new Sealed(draft, body, HashChain.sha256(body));
        }
    }

    /** By hand: the driver would begin the next transaction at once and so keep every other writer out. */
    private static void execute(Connection open, String command) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(command);
        }
    }

    /** A file that was removed or put in place of another would swallow what is written to the open one. */
    private Connection open() throws SQLException, IOException {
        Object present = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        if (connection == null || !Objects.equals(opened, present)) {
            close();
            connection = source.getConnection();
            opened = present;
        }
        return connection;
    }

    /** Others may have written since: what to link to is read in the same transaction. */
    private List<Entry> chain(Connection open, List<Sealed> drafts) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (PreparedStatement last = open.prepareStatement(LAST);
                PreparedStatement insert = open.prepareStatement(INSERT)) {
            long sequence = 0;
            String previous = HashChain.GENESIS;
            try (ResultSet row = last.executeQuery()) {
                if (row.next()) {
                    sequence = row.getLong(1);
                    previous = row.getString(2);
                }
            }
            for (Sealed draft : drafts) {
                Entry entry = HashChain.link(++sequence, previous, at, draft);
                insert(insert, entry);
                previous = entry.hash();
                entries.add(entry);
            }
        }
        return entries;
    }

    private static void insert(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setLong(1, entry.sequence());
        insert.setString(2, entry.at().toString());
        insert.setString(3, entry.kind());
        insert.setString(4, entry.subject());
        insert.setString(5, entry.actor());
        insert.setString(6, entry.body());
        insert.setString(7, entry.bodyHash());
        insert.setString(8, entry.previous());
        insert.setString(9, entry.hash());
        insert.executeUpdate();
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
