package io.jenkins.plugins.itgc.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends to a chain in a table, within a transaction that keeps other writers of this chain out.
 *
 * @param stream whose entries they are, where a table holds several; null where it holds one
 * @param clock dates the entries
 */
record ChainTable(String stream, Clock clock) {
    /** Others may have written since: what to link to is read in the same transaction. */
    List<Entry> append(Connection open, List<LedgerWriter.Sealed> drafts) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (PreparedStatement last = open.prepareStatement("SELECT sequence, hash FROM entry"
                        + (stream == null ? "" : " WHERE stream = ?") + " ORDER BY sequence DESC LIMIT 1");
                PreparedStatement insert = open.prepareStatement(insertion())) {
            long sequence = 0;
            String previous = HashChain.GENESIS;
            if (stream != null) {
                last.setString(1, stream);
            }
            try (ResultSet row = last.executeQuery()) {
                if (row.next()) {
                    sequence = row.getLong(1);
                    previous = row.getString(2);
                }
            }
            for (LedgerWriter.Sealed draft : drafts) {
                Entry entry = HashChain.link(++sequence, previous, at, draft);
                insert(insert, entry);
                previous = entry.hash();
                entries.add(entry);
            }
        }
        return entries;
    }

    private String insertion() {
        return "INSERT INTO entry (sequence, at, kind, subject, actor, body, body_hash, previous, hash"
                + (stream == null ? "" : ", stream") + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?"
                + (stream == null ? "" : ", ?") + ")";
    }

    private void insert(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setLong(1, entry.sequence());
        insert.setString(2, entry.at().toString());
        insert.setString(3, entry.kind());
        insert.setString(4, entry.subject());
        insert.setString(5, entry.actor());
        insert.setString(6, entry.body());
        insert.setString(7, entry.bodyHash());
        insert.setString(8, entry.previous());
        insert.setString(9, entry.hash());
        if (stream != null) {
            insert.setString(10, stream);
        }
        insert.executeUpdate();
    }
}
