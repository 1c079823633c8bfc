package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger in a real PostgreSQL: what every ledger promises, and a stream for each controller. */
class PostgresLedgerTest extends LedgerContract {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final List<Ledger> opened = new ArrayList<>();
    private String database;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(5))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void create() throws SQLException {
        database = "ledger" + NUMBER.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + database);
    }

    @AfterEach
    void close() {
        opened.forEach(Ledger::close);
    }

    private static void execute(String in, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", in));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private PostgresLedger.Settings settings(String stream, String owner) {
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
        return new PostgresLedger.Settings(url, stream, owner, "postgres", "s3cret");
    }

    private Ledger open(String stream, String owner) {
        Ledger ledger = PostgresLedger.open(settings(stream, owner), LedgerFile.CLOCK);
        opened.add(ledger);
        return ledger;
    }

    @Override
    protected Ledger open() {
        return open("main", "one");
    }

    private static void fails(ThrowingCallable work, String... parts) {
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(work)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(parts)
                .doesNotContain("s3cret")
                .endsWith(".");
    }

    @Test
    void keepsTheChainsOfTwoControllersApart() throws Exception {
        List<Ledger> controllers = List.of(open("tokyo", "one"), open("berlin", "two"));
        List<Callable<Entry>> appends = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            Draft draft = LedgerFile.draft(n);
            Ledger ledger = controllers.get(n % 2);
            appends.add(() -> ledger.append(draft));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Entry> one : threads.invokeAll(appends)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (Ledger ledger : controllers) {
            assertThat(ledger.verify().intact()).isTrue();
            assertThat(ledger.verify().entries()).isEqualTo(50);
        }
        assertThat(controllers.get(0).entry(1)).isNotEqualTo(controllers.get(1).entry(1));
        assertThat(controllers.get(1).newest("review.decided", "acme/orders@0")).isEmpty();
    }

    @Test
    void leavesAStreamToTheControllerThatHasIt() {
        open("main", "one").append(LedgerFile.draft(1));
        fails(() -> open("main", "two"), "stream main", "another controller");
        assertThat(open("main", "one").verify().entries()).isEqualTo(1);
    }

    @Test
    void neitherChangesNorRemovesEntries() throws SQLException {
        Ledger ledger = open();
        ledger.append(LedgerFile.draft(1));
        for (String statement : List.of(
                "UPDATE entry SET actor = 'mallory'",
                "UPDATE entry SET body = '{}'",
                "DELETE FROM entry",
                "TRUNCATE entry")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database, statement))
                    .withMessageContaining("never changed or removed");
        }
        execute(database, "ALTER TABLE entry DISABLE TRIGGER ALL", "UPDATE entry SET actor = 'mallory'");
        assertThat(ledger.verify().firstFault().orElseThrow().what()).contains("Entry 1 was changed");
    }

    @Test
    void cannotBeWrittenWhileTheServerIsAwayAndCanAfterwards() throws SQLException {
        Ledger ledger = open();
        ledger.append(LedgerFile.draft(1));
        execute("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        execute(
                "postgres",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
        fails(() -> ledger.append(LedgerFile.draft(2)), "cannot be appended to");
        fails(() -> ledger.entries(0, 1), "cannot be read");
        execute("postgres", "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
        ledger.append(LedgerFile.draft(3));
        assertThat(ledger.verify().entries()).isEqualTo(2);
    }

    @Test
    void needsNoRightToChangeEntriesOnceItsTablesAreMade() throws SQLException {
        open().append(LedgerFile.draft(1));
        String role = "writer_" + database;
        execute(
                database,
                "CREATE ROLE " + role + " LOGIN PASSWORD 's3cret'",
                "GRANT SELECT, INSERT ON entry TO " + role,
                "GRANT SELECT ON itgc_schema_history TO " + role,
                "GRANT SELECT, INSERT, UPDATE ON stream TO " + role);
        PostgresLedger.Settings owner = settings("main", "one");
        PostgresLedger.Settings limited =
                new PostgresLedger.Settings(owner.url(), owner.stream(), owner.owner(), role, "s3cret");
        Ledger ledger = PostgresLedger.open(limited, LedgerFile.CLOCK);
        opened.add(ledger);
        ledger.append(LedgerFile.draft(2));
        assertThat(ledger.verify().entries()).isEqualTo(2);
        fails(() -> ledger.takeOutBodies(List.of(1L)), "nothing was changed");
    }

    @Test
    void saysThatItCannotBeOpened() {
        database = "nowhere";
        fails(this::open, "cannot be opened", "stream main");
    }

    @Test
    void leavesALedgerOfANewerVersionAlone() throws SQLException {
        open().append(LedgerFile.draft(1));
        execute(
                database,
                "INSERT INTO itgc_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'somebody', 1, true)");
        fails(this::open, "another version of this plugin");
    }

    @Test
    void doesNotPromiseWhatTheServerMayForget() throws SQLException {
        execute(database, "ALTER DATABASE " + database + " SET synchronous_commit = off");
        Ledger ledger = open();
        ledger.append(LedgerFile.draft(1));
        execute(
                database,
                "CREATE FUNCTION durable() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF"
                        + " current_setting('synchronous_commit') = 'off' THEN RAISE EXCEPTION 'not durable'; END IF;"
                        + " RETURN NEW; END $$",
                "CREATE TRIGGER durable BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION durable()");
        ledger.append(LedgerFile.draft(2));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(
                        database,
                        "INSERT INTO entry SELECT stream, 9, at, kind, subject, actor, body, body_hash, hash, hash FROM entry"
                                + " WHERE sequence = 2"))
                .withMessageContaining("not durable");
    }

    @Test
    void saysWhatIsWrongWithItsSettings() {
        for (String[] wrong : new String[][] {
            {"jdbc:sqlite:x", "main"},
            {"jdbc:postgresql://x/y?password=s3cret", "main"},
            {"jdbc:postgresql://x/y", "two words"}
        }) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new PostgresLedger.Settings(wrong[0], wrong[1], "one", "u", "s3cret"))
                    .withMessageNotContaining("s3cret");
        }
        assertThat(settings("main", "one").toString()).doesNotContain("s3cret");
    }
}
