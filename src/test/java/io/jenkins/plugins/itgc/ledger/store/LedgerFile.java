package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A ledger's file, and what somebody with write access to the disk can do to it. */
record LedgerFile(Path path) {
    static final TurnedClock CLOCK = new TurnedClock();

    SqliteLedger open() {
        return SqliteLedger.open(path, CLOCK);
    }

    static Draft draft(int n) {
        return new Draft("review.decided", "acme/orders@" + n, "jenkins", Map.of("n", n, "verdict", "pass"));
    }

    /** Opens it with entries 1 to the given number. */
    SqliteLedger filled(int entries) {
        SqliteLedger ledger = open();
        for (int n = 1; n <= entries; n++) {
            ledger.append(draft(n));
        }
        return ledger;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void dropTriggers() throws SQLException {
        execute("DROP TRIGGER entry_is_never_changed", "DROP TRIGGER entry_is_never_removed");
    }

    String text(int sequence, String column) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + column + " FROM entry WHERE sequence = " + sequence)) {
            row.next();
            return row.getString(1);
        }
    }

    void set(int sequence, String column, String value) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE entry SET " + column + " = ? WHERE sequence = " + sequence)) {
            update.setString(1, value);
            update.executeUpdate();
        }
    }

    void insert(List<Entry> entries) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO entry (sequence, at, kind, subject, actor,"
                                + " body, previous, hash, body_hash) VALUES (?,?,?,?,?,?,?,?,?)")) {
            connection.setAutoCommit(false);
            for (Entry entry : entries) {
                insert.setLong(1, entry.sequence());
                insert.setString(2, entry.at().toString());
                insert.setString(3, entry.kind());
                insert.setString(4, entry.subject());
                insert.setString(5, entry.actor());
                insert.setString(6, entry.body());
                insert.setString(7, entry.previous());
                insert.setString(8, entry.hash());
                insert.setString(9, entry.bodyHash());
                insert.executeUpdate();
            }
            connection.commit();
        }
    }
}
