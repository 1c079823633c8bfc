package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.SealedDraft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain is kept.
 *
 * @param stream whose entries they are, where a table holds several; null where it holds one
 * @param clock dates the entries
 */
record ChainTable(@Nullable String stream, Clock clock) {
    /** Makes ready what every append needs. Lives as long as the connection. */
    Appends over(Connection open) throws SQLException {
        PreparedStatement last = open.prepareStatement("SELECT sequence, hash FROM entry"
                + (stream == null ? "" : " WHERE stream = ?") + " ORDER BY sequence DESC LIMIT 1");
        try {
            return new Appends(this, last, open.prepareStatement(insertion()));
        } catch (SQLException e) {
            last.close();
            throw e;
        }
    }

    private String insertion() {
        return "INSERT INTO entry (sequence, at, kind, subject, actor, body, body_hash, previous, hash"
                + (stream == null ? "" : ", stream") + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?"
                + (stream == null ? "" : ", ?") + ")";
    }

    /**
     * Appends to the chain, each time within a transaction that keeps other writers of this chain out.
     *
     * @param last finds the newest entry
     * @param insert adds one
     */
    record Appends(ChainTable table, PreparedStatement last, PreparedStatement insert) implements AutoCloseable {
        /** Others may have written since: what to link to is read in the same transaction. */
        List<Entry> append(List<SealedDraft> drafts) throws SQLException {
            List<Entry> entries = new ArrayList<>();
            Instant at = table.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            long sequence = 0;
            String previous = HashChain.GENESIS;
            if (table.stream() != null) {
                last.setString(1, table.stream());
            }
            try (ResultSet row = last.executeQuery()) {
                if (row.next()) {
                    sequence = row.getLong(1);
                    previous = row.getString(2);
                }
            }
            for (SealedDraft draft : drafts) {
                Entry entry = HashChain.link(++sequence, previous, at, draft);
                insert(entry);
                previous = entry.hash();
                entries.add(entry);
            }
            return entries;
        }

        private void insert(Entry entry) throws SQLException {
            insert.setLong(1, entry.sequence());
            insert.setString(2, entry.at().toString());
            insert.setString(3, entry.kind());
            insert.setString(4, entry.subject());
            insert.setString(5, entry.actor());
            insert.setString(6, entry.body());
            insert.setString(7, entry.bodyHash());
            insert.setString(8, entry.previous());
            insert.setString(9, entry.hash());
            if (table.stream() != null) {
                insert.setString(10, table.stream());
            }
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            try (last) {
                insert.close();
            }
        }
    }
}
