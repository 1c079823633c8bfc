package io.jenkins.plugins.itgc.ledger.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables while entries are taken in. Each statement is prepared once, since there are millions of them. */
final class Rows implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Reads one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    Rows(Connection connection) {
        this.connection = connection;
    }

    void execute(String sql, @Nullable Object... values) throws SQLException {
        with(sql, values).executeUpdate();
    }

    <T> List<T> list(Reading<T> reading, String sql, @Nullable Object... values) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = with(sql, values).executeQuery()) {
            while (rows.next()) {
                all.add(reading.read(rows));
            }
        }
        return all;
    }

    <T> Optional<T> first(Reading<T> reading, String sql, @Nullable Object... values) throws SQLException {
        return list(reading, sql, values).stream().findFirst();
    }

    private PreparedStatement with(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = kept(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private PreparedStatement kept(String sql) throws SQLException {
        if (!prepared.containsKey(sql)) {
            prepared.put(sql, connection.prepareStatement(sql));
        }
        return prepared.get(sql);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
