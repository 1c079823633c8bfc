package io.jenkins.plugins.itgc.ledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.SealedDraft;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.pattern.ValidatePattern;

/**
 * The ledger in a PostgreSQL database that several controllers share, each with a stream of its own: a chain that it alone
 * appends to.
 */
public final class PostgresLedger extends SqlLedger {
    private static final ValidatePattern[] NOTHING = {};
    private static final String ADDRESS = "jdbc:postgresql://";

    /** A commit that was only promised would not survive a crash of the server. */
    private static final String DURABLE =
            "SELECT set_config('synchronous_commit', CASE current_setting('synchronous_commit')"
                    + " WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)";

    /** Names the lock under which the schema is made; any number that nobody else uses. */
    private static final long MIGRATING = 0x69746763L;

    private final HikariDataSource pool;

    private PostgresLedger(Settings settings, HikariDataSource pool, Clock clock) {
        super(
                settings.toString(),
                settings.stream(),
                pool,
                drafts -> append(settings, pool, new ChainTable(settings.stream(), clock), drafts));
        this.pool = pool;
    }

    /**
     * Where the ledger is and whose it is.
     *
     * @param url {@code jdbc:postgresql://host/database}, without a password
     * @param stream name of the stream
     * @param owner tells controllers apart, so that no two take the same stream by mistake
     * @param user account at the server
     * @param password its password; never shown
     */
    public record Settings(String url, String stream, String owner, String user, String password) {
        /** @throws IllegalArgumentException when an address or a name makes no sense; the message holds no secret */
        public Settings {
            if (!url.startsWith(ADDRESS)) {
                throw new IllegalArgumentException("The ledger's address must begin with " + ADDRESS + ".");
            }
            if (url.toLowerCase(Locale.ROOT).contains("password=")) {
                throw new IllegalArgumentException("The ledger's address must not hold a password: use credentials.");
            }
            if (!stream.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
                throw new IllegalArgumentException(
                        "The stream's name must be 1 to 64 letters, digits, dots, dashes and underscores.");
            }
        }

        /** Without what must not be shown. */
        @Override
        public String toString() {
            return url + " (stream " + stream + ")";
        }
    }

    /** @throws LedgerFailure when the server cannot be reached, is of a newer version, or the stream is another's */
    public static PostgresLedger open(Settings settings, Clock clock) {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(pool(settings));
            migrate(pool);
            claim(settings, pool);
            PostgresLedger ledger = new PostgresLedger(settings, pool, clock);
            pool = null;
            return ledger;
        } catch (FlywayValidateException e) {
            throw new LedgerFailure(
                    "The ledger " + settings + " was written by another version of this plugin; install that version.",
                    e);
        } catch (SQLException | FlywayException | HikariPool.PoolInitializationException e) {
            throw new LedgerFailure(
                    "The ledger " + settings + " cannot be opened; check address, credentials and rights.", e);
        } finally {
            if (pool != null) {
                pool.close();
            }
        }
    }

    private static HikariConfig pool(Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("itgc-ledger");
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setConnectionInitSql(DURABLE);
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    /** One after another, when several controllers start at once. */
    private static void migrate(HikariDataSource pool) throws SQLException {
        try (Connection open = pool.getConnection();
                Statement lock = open.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(" + MIGRATING + ")");
            try {
                flyway(pool).migrate();
            } finally {
                lock.execute("SELECT pg_advisory_unlock(" + MIGRATING + ")");
            }
        }
    }

    private static Flyway flyway(HikariDataSource pool) {
        return Flyway.configure(PostgresLedger.class.getClassLoader())
                .dataSource(pool)
                .table("itgc_schema_history")
                .baselineOnMigrate(true) // other tables may be in the schema
                .baselineVersion("0")
                .locations("classpath:io/jenkins/plugins/itgc/ledger/postgresql")
                .ignoreMigrationPatterns(NOTHING) // by default a newer schema would be ignored
                .load();
    }

    /** Whoever comes first owns the stream. */
    private static void claim(Settings settings, HikariDataSource pool) throws SQLException {
        try (Connection open = pool.getConnection();
                PreparedStatement insert =
                        open.prepareStatement("INSERT INTO stream (name, owner) VALUES (?, ?) ON CONFLICT DO NOTHING");
                PreparedStatement select = open.prepareStatement("SELECT owner FROM stream WHERE name = ?")) {
            insert.setString(1, settings.stream());
            insert.setString(2, settings.owner());
            insert.executeUpdate();
            select.setString(1, settings.stream());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !row.getString(1).equals(settings.owner())) {
                    throw new LedgerFailure(
                            "The stream " + settings.stream()
                                    + " belongs to another controller; give each a stream of its" + " own.",
                            null);
                }
            }
        }
    }

    private static List<Entry> append(
            Settings settings, HikariDataSource pool, ChainTable table, List<SealedDraft> drafts) {
        try (Connection open = pool.getConnection()) {
            open.setAutoCommit(false); // what is not committed when the connection is given back is taken back
            lock(open, settings.stream());
            try (ChainTable.Appends appends = table.over(open)) {
                List<Entry> entries = appends.append(drafts);
                open.commit();
                return entries;
            }
        } catch (SQLException e) {
            pool.getHikariPoolMXBean().softEvictConnections(); // others were cut off at the same time, most likely
            throw new LedgerFailure(
                    "The ledger " + settings + " cannot be appended to; check that the server can be reached.", e);
        }
    }

    /** One writer of a stream at a time, also when two controllers have the same home. */
    private static void lock(Connection open, String stream) throws SQLException {
        try (PreparedStatement lock = open.prepareStatement("SELECT name FROM stream WHERE name = ? FOR UPDATE")) {
            lock.setString(1, stream);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The stream " + stream + " is gone.");
                }
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
