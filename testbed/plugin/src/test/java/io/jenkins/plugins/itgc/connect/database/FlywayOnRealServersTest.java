package io.jenkins.plugins.itgc.connect.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.connect.database.FilesAtCommit.Verdict;
import io.jenkins.plugins.itgc.connect.database.RealServers.Server;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flyway really migrates; the gate is asked before, in between and after. */
class FlywayOnRealServersTest {
    private static final String V1 = "db/migration/V1__orders.sql";
    private static final String V2 = "db/migration/V2__note.sql";
    private static final String V3 = "db/migration/V3__more.sql";
    private static final String R = "db/migration/R__names.sql";

    @TempDir
    private Path folder;

    private final FilesAtCommit repository = new FilesAtCommit()
            .old(V1, "CREATE TABLE orders (id INTEGER PRIMARY KEY);\n")
            .with(V2, "ALTER TABLE orders ADD COLUMN note VARCHAR(20);\r\n")
            .with(V3, "INSERT INTO orders (id) VALUES (7);\n");

    private static MigrationPolicy policy(Server server) {
        return new MigrationPolicy(
                "orders",
                Tool.FLYWAY,
                List.of("db/migration/**"),
                null,
                List.of(server.reader().name()),
                "the DBAs",
                true);
    }

    private void migrate(Server server, boolean outOfOrder, String... paths) throws Exception {
        for (String path : paths) {
            Files.writeString(folder.resolve(path.substring(path.lastIndexOf('/') + 1)), repository.text(path));
        }
        Flyway.configure()
                .dataSource(server.owner(), null, null)
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(outOfOrder)
                .load()
                .migrate();
    }

    private Verdict judged(Server server) throws Exception {
        return repository.judged(policy(server), server.reader());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void waitsBeforeAndInBetweenAndPassesAfter(String kind) throws Exception {
        Server server = RealServers.of(kind);
        Verdict before = judged(server);
        assertThat(before.outcome()).as(before.all()).isEqualTo(Outcome.WAIT);
        assertThat(before.explanation().allFindings()).hasSize(2);
        migrate(server, false, V1, V2);
        Verdict between = judged(server);
        assertThat(between.outcome()).as(between.all()).isEqualTo(Outcome.WAIT);
        assertThat(between.explanation().allFindings()).singleElement().satisfies(finding -> {
            assertThat(finding.what()).contains(server.reader().name() + ": " + V3);
            assertThat(finding.next()).contains("the DBAs");
        });
        migrate(server, false, V3);
        Verdict after = judged(server);
        assertThat(after.outcome()).as(after.all()).isEqualTo(Outcome.PASS);
        assertThat(after.all()).doesNotContain("may change the database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void refusesWhatRanWithOtherContent(String kind) throws Exception {
        Server server = RealServers.of(kind);
        migrate(server, false, V1, V2, V3);
        repository.with(V2, "ALTER TABLE orders ADD COLUMN note VARCHAR(2000);\n");
        Verdict other = judged(server);
        assertThat(other.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(other.explanation().allFindings()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("checksum differs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite"})
    void refusesWhatFailed(String kind) throws Exception {
        Server server = RealServers.of(kind);
        migrate(server, false, V1, V2);
        server.run("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (9, '3', 'more', 'SQL', 'V3__more.sql', 1, 'x', 1, "
                + (kind.equals("sqlite") ? "0" : "false") + ")");
        Verdict failed = judged(server);
        assertThat(failed.outcome()).as(failed.all()).isEqualTo(Outcome.REFUSE);
        assertThat(failed.all()).contains("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void refusesWhatFailsForReal(String kind) throws Exception {
        Server server = RealServers.of(kind);
        repository.with(V3, "CREATE TABLE more (id INTEGER); INSERT INTO nowhere VALUES (1);");
        try {
            migrate(server, false, V1, V2, V3);
        } catch (FlywayException expected) {
            assertThat(judged(server).outcome()).isIn(Outcome.REFUSE, Outcome.WAIT);
            return;
        }
        throw new AssertionError("It did not fail.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void refusesWhatCameOutOfOrder(String kind) throws Exception {
        Server server = RealServers.of(kind);
        migrate(server, false, V1, V3);
        Verdict late = judged(server);
        assertThat(late.outcome()).as(late.all()).isEqualTo(Outcome.REFUSE);
        assertThat(late.all()).contains("out of order");
        migrate(server, true, V2);
        assertThat(judged(server).outcome()).isEqualTo(Outcome.REFUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void refusesAMigrationThatWasTakenAway(String kind) throws Exception {
        Server server = RealServers.of(kind);
        migrate(server, false, V1, V2, V3);
        repository.without(V1);
        Verdict gone = judged(server);
        assertThat(gone.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(gone.all()).contains("was deleted").contains("its file is not in the repository any more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void asksForTheNewestOfARepeatableScript(String kind) throws Exception {
        Server server = RealServers.of(kind);
        repository.with(R, "DROP VIEW IF EXISTS names; CREATE VIEW names AS SELECT id FROM orders;");
        migrate(server, false, V1, V2, V3, R);
        assertThat(judged(server).outcome()).isEqualTo(Outcome.PASS);
        repository.with(R, "DROP VIEW IF EXISTS names; CREATE VIEW names AS SELECT id AS name FROM orders;");
        Verdict older = judged(server);
        assertThat(older.outcome()).as(older.all()).isEqualTo(Outcome.WAIT);
        migrate(server, false, R);
        assertThat(judged(server).outcome()).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql"})
    void javaMigrationsAreNamedAndNotJudged(String kind) throws Exception {
        Server server = RealServers.of(kind);
        migrate(server, false, V1, V2, V3);
        repository.with("db/migration/V4__Fill.java", "class V4__Fill {}");
        Verdict java = judged(server);
        assertThat(java.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(java.all()).contains("V4__Fill.java").contains("Java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void warnsOfAnAccountThatMayDoMore(String kind) throws Exception {
        Server server = RealServers.of(kind);
        migrate(server, false, V1, V2, V3);
        String owner = server.owner();
        DatabaseTarget mighty = new DatabaseTarget(server.reader().name(), owner, java.util.Optional::empty);
        Verdict passed = repository.judged(policy(server), mighty);
        assertThat(passed.outcome()).as(passed.all()).isEqualTo(Outcome.PASS);
        assertThat(passed.explanation().toString()).contains("Warning: The account may change the database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void aConnectionOfTheGateCannotWrite(String kind) throws Exception {
        Server server = RealServers.of(kind);
        server.run("CREATE TABLE t (id INTEGER)");
        DatabaseTarget mighty = new DatabaseTarget("x", server.owner(), java.util.Optional::empty);
        try (var connection = new ReadOnlySource(mighty).getConnection();
                var statement = connection.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
                    .isInstanceOf(java.sql.SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void everyTargetMustHoldIt(String kind) throws Exception {
        Server one = RealServers.of(kind);
        Server two = RealServers.of(kind);
        migrate(one, false, V1, V2, V3);
        MigrationPolicy policy = new MigrationPolicy(
                "orders",
                Tool.FLYWAY,
                List.of("db/migration/**"),
                null,
                List.of(one.reader().name(), two.reader().name()),
                "",
                true);
        Verdict half = repository.judged(policy, one.reader(), two.reader());
        assertThat(half.outcome()).isEqualTo(Outcome.WAIT);
        assertThat(half.explanation().allFindings()).allSatisfy(finding -> assertThat(finding.subject())
                .isEqualTo(two.reader().name()));
        migrate(two, false, V1, V2, V3);
        assertThat(repository.judged(policy, one.reader(), two.reader()).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/nowhere",
                "jdbc:mariadb://localhost:1/nowhere?sslMode=disable",
                "jdbc:sqlite:/nowhere/at/all.db"
            })
    void aDatabaseThatIsDownIsUnknownAndAskedAgain(String url) throws Exception {
        DatabaseTarget down = new DatabaseTarget(
                "shard-1", url, () -> java.util.Optional.of(new DatabaseTarget.Login("reader", "read-s3cret")));
        MigrationPolicy policy = new MigrationPolicy(
                "orders", Tool.FLYWAY, List.of("db/migration/**"), null, List.of("shard-1"), "", true);
        Verdict unknown = repository.judged(policy, down);
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.all()).doesNotContain("read-s3cret");
        assertThat(unknown.evidence().targets().get(0).unreachable()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void credentialsThatAreGoneAreUnknown(String kind) throws Exception {
        Server server = RealServers.of(kind);
        DatabaseTarget wrong = new DatabaseTarget(
                server.reader().name(),
                server.reader().url(),
                () -> java.util.Optional.of(new DatabaseTarget.Login("nobody", "wr0ng-s3cret")));
        Verdict unknown = repository.judged(policy(server), wrong);
        // The embedded PostgreSQL trusts everybody, but not somebody whom it does not know.
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.all()).doesNotContain("wr0ng-s3cret");
    }
}
