package io.jenkins.plugins.itgc.connect.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.connect.database.FilesAtCommit.Verdict;
import io.jenkins.plugins.itgc.connect.database.RealServers.Server;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.Tool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Liquibase, tables of versions, and plain scripts: the database is really changed, and the gate asked around it. */
class OtherToolsOnRealServersTest {
    private final FilesAtCommit repository = new FilesAtCommit();

    private static MigrationPolicy policy(Server server, Tool tool, String table, String... files) {
        return new MigrationPolicy(
                "orders", tool, List.of(files), table, List.of(server.reader().name()), "the DBAs", true);
    }

    private Verdict judged(MigrationPolicy policy, Server server) throws Exception {
        return repository.judged(policy, server.reader());
    }

    private void liquibase(Server server, String log, int count) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.owner())) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            ResourceAccessor files = new LiquibaseFiles(new io.jenkins.plugins.itgc.migration.Scripts(
                    List.of(), repository.at(repository.compared().change().commit()), repository));
            try (Liquibase liquibase = new Liquibase(log, files, database)) {
                liquibase.update(count, new Contexts(), new LabelExpression());
            }
        }
    }

    private static final String XML = "<?xml version=\"1.0\"?><databaseChangeLog"
            + " xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
            + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd\">%s</databaseChangeLog>";
    private static final String TWO = """
            databaseChangeLog:
            - changeSet:
                id: 2
                author: bob
                changes:
                - addColumn:
                    tableName: orders
                    columns:
                    - column: {name: note, type: varchar(20)}
            """;
    private static final String FIRST = "<changeSet id=\"1\" author=\"alice\"><createTable tableName=\"orders\">"
            + "<column name=\"id\" type=\"int\"/></createTable></changeSet>";

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void liquibaseWithIncludesInFourFormats(String kind) throws Exception {
        Server server = RealServers.of(kind);
        repository
                .old("db/master.xml", String.format(XML, FIRST))
                .with(
                        "db/master.xml",
                        String.format(
                                XML,
                                FIRST + "<include file=\"two.yaml\" relativeToChangelogFile=\"true\"/>"
                                        + "<include file=\"db/three.json\"/><includeAll path=\"db/sql\"/>"))
                .with("db/two.yaml", TWO)
                .with(
                        "db/three.json",
                        "{\"databaseChangeLog\":[{\"changeSet\":{\"id\":\"3\",\"author\":\"bob\",\"changes\":[{\"insert\":"
                                + "{\"tableName\":\"orders\",\"columns\":[{\"column\":{\"name\":\"id\",\"valueNumeric\":7}}]}}]}}]}")
                .with(
                        "db/sql/four.sql",
                        "--liquibase formatted sql\n\n--changeset mia:4\nINSERT INTO orders (id) VALUES (8);\n");
        MigrationPolicy policy = policy(server, Tool.LIQUIBASE, null, "db/master.xml", "db/**");
        Verdict before = judged(policy, server);
        assertThat(before.outcome()).as(before.all()).isEqualTo(Outcome.WAIT);
        assertThat(before.explanation().allFindings()).hasSize(4);
        liquibase(server, "db/master.xml", 3);
        Verdict between = judged(policy, server);
        assertThat(between.outcome()).as(between.all()).isEqualTo(Outcome.WAIT);
        assertThat(between.explanation().allFindings()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains("db/sql/four.sql::4::mia"));
        liquibase(server, "db/master.xml", 9);
        Verdict after = judged(policy, server);
        assertThat(after.outcome()).as(after.all()).isEqualTo(Outcome.PASS);
        repository.with(
                "db/sql/four.sql",
                "--liquibase formatted sql\n\n--changeset mia:4\nINSERT INTO orders (id) VALUES (9);\n");
        Verdict other = judged(policy, server);
        assertThat(other.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(other.all()).contains("checksum differs");
        repository.with("db/sql/four.sql", "--liquibase formatted sql\n");
        assertThat(judged(policy, server).all()).contains("not in the change log any more");
    }

    @Test
    void aChangeLogThatCannotBeReadIsUnknown() throws Exception {
        Server server = RealServers.of("sqlite");
        repository.with("db/master.xml", "<databaseChangeLog><oops>");
        assertThat(judged(policy(server, Tool.LIQUIBASE, null, "db/master.xml"), server)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void versionsOfRails(String kind) throws Exception {
        Server server = RealServers.of(kind);
        server.run("CREATE TABLE schema_migrations (version VARCHAR(40) NOT NULL)");
        repository.with("db/migrate/20260101120000_add_note.rb", "class AddNote; end");
        MigrationPolicy policy = policy(server, Tool.VERSION_TABLE, "schema_migrations.version", "db/migrate/**");
        assertThat(judged(policy, server).outcome()).isEqualTo(Outcome.WAIT);
        server.run("INSERT INTO schema_migrations VALUES ('20260101120000')");
        assertThat(judged(policy, server).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void anEmptyVersionInTheTableIsNoVersion() throws Exception {
        Server server = RealServers.of("sqlite");
        server.run(
                "CREATE TABLE schema_migrations (version VARCHAR(40))", "INSERT INTO schema_migrations VALUES (NULL)");
        repository.with("db/migrate/20260101120000_add_note.rb", "class AddNote; end");
        MigrationPolicy policy = policy(server, Tool.VERSION_TABLE, "schema_migrations.version", "db/migrate/**");
        assertThat(judged(policy, server).outcome()).isEqualTo(Outcome.WAIT);
    }

    @Test
    void versionsOfDoctrineAndPhinx() throws Exception {
        Server server = RealServers.of("mariadb");
        server.run(
                "CREATE TABLE doctrine_migration_versions (version VARCHAR(191))",
                "INSERT INTO doctrine_migration_versions VALUES ('DoctrineMigrations\\\\Version20260101120000')");
        repository.with("migrations/Version20260101120000.php", "<?php");
        assertThat(judged(
                                policy(
                                        server,
                                        Tool.VERSION_TABLE,
                                        "doctrine_migration_versions.version",
                                        "migrations/**"),
                                server)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void versionsOfGolangMigrateAreTheNewestOnlyAndMayBeDirty() throws Exception {
        Server server = RealServers.of("postgresql");
        server.run("CREATE TABLE schema_migrations (version BIGINT NOT NULL, dirty BOOLEAN NOT NULL)");
        repository.with("m/000001_a.up.sql", "x").with("m/000002_b.up.sql", "x").with("m/000002_b.down.sql", "x");
        MigrationPolicy policy = policy(server, Tool.VERSION_TABLE, "schema_migrations.version", "m/**");
        server.run("INSERT INTO schema_migrations VALUES (1, false)");
        Verdict one = judged(policy, server);
        assertThat(one.outcome()).isEqualTo(Outcome.WAIT);
        assertThat(one.explanation().allFindings()).hasSize(1);
        server.run("UPDATE schema_migrations SET version = 2, dirty = true");
        assertThat(judged(policy, server).outcome()).isEqualTo(Outcome.REFUSE);
        server.run("UPDATE schema_migrations SET dirty = false");
        assertThat(judged(policy, server).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void aTableOfVersionsThatIsNotThereIsUnknown() throws Exception {
        Server server = RealServers.of("postgresql");
        repository.with("m/000001_a.up.sql", "x");
        assertThat(judged(policy(server, Tool.VERSION_TABLE, "schema_migrations.version", "m/**"), server)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    private static final String SCRIPT = """
            -- a table and what belongs to it
            CREATE TABLE orders (
              id INTEGER NOT NULL,
              note VARCHAR(20),
              price NUMERIC(10,2) NOT NULL,
              CONSTRAINT orders_id UNIQUE (id)
            );
            CREATE INDEX orders_note ON orders (note);
            CREATE VIEW cheap AS SELECT id FROM orders WHERE price < 10;
            -- itgc:expect SELECT count(*) FROM orders WHERE price > 10
            UPDATE orders SET price = price + 1;
            INSERT INTO orders (id, note, price) VALUES (7, 'it''s; new', 9.99), (8, NULL, 20);
            UPDATE orders SET note = 'old' WHERE id = 8;
            DELETE FROM orders WHERE id = 7;
            """;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void plainScriptsAreComparedWithWhatIsThere(String kind) throws Exception {
        Server server = RealServers.of(kind);
        repository.with("sql/1.sql", SCRIPT);
        MigrationPolicy policy = policy(server, Tool.SQL, null, "sql/*.sql");
        Verdict before = judged(policy, server);
        assertThat(before.outcome()).as(before.all()).isEqualTo(Outcome.WAIT);
        List<String> statements =
                java.util.Arrays.asList(SCRIPT.replaceAll("--.*", "").split(";\n"));
        server.run(statements.subList(0, 3).toArray(new String[0]));
        Verdict between = judged(policy, server);
        assertThat(between.outcome()).as(between.all()).isEqualTo(Outcome.WAIT);
        assertThat(between.explanation().allFindings())
                .extracting(finding -> finding.what().replaceFirst("^[^:]*: ", ""))
                .as(between.all())
                .containsExactly(
                        "sql/1.sql:11 SELECT count(*) FROM orders WHERE price > 10. It is not there.",
                        "sql/1.sql:13 row of orders with {id=8, note='old', price=20}. It is not there.");
        assertThat(between.explanation().allFindings())
                .extracting(finding -> finding.what(Locale.JAPAN).replaceFirst("^[^:]*: ", ""))
                .containsExactly(
                        "sql/1.sql:11 SELECT count(*) FROM orders WHERE price > 10(未適用)。存在しません。",
                        "sql/1.sql:13 テーブル orders の行 {id=8, note='old', price=20}(未適用)。存在しません。");
        server.run(statements.subList(3, 7).toArray(new String[0]));
        Verdict after = judged(policy, server);
        assertThat(after.outcome()).as(after.all()).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void aColumnOfAnotherTypeIsNotTheOne(String kind) throws Exception {
        Server server = RealServers.of(kind);
        server.run("CREATE TABLE orders (id INTEGER NOT NULL, note VARCHAR(10) NOT NULL)");
        MigrationPolicy policy = policy(server, Tool.SQL, null, "sql/*.sql");
        repository.with("sql/1.sql", "ALTER TABLE orders ADD COLUMN note VARCHAR(20) NOT NULL;");
        Verdict shorter = judged(policy, server);
        assertThat(shorter.outcome()).as(shorter.all()).isEqualTo(Outcome.WAIT);
        assertThat(shorter.all()).contains("of the type varchar(10)");
        repository.with("sql/1.sql", "ALTER TABLE orders ADD COLUMN note VARCHAR(10);");
        assertThat(judged(policy, server).all()).contains("It does not take nulls");
        repository.with("sql/1.sql", "ALTER TABLE orders ADD COLUMN note VARCHAR(10) NOT NULL;");
        assertThat(judged(policy, server).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whatCannotBeJudgedIsUnknownAndNamesItsLine() throws Exception {
        Server server = RealServers.of("sqlite");
        repository.with(
                "sql/1.sql", "CREATE TABLE unrelated (id INTEGER);\n\nMERGE INTO x USING FOO EXTERNAL NAME BAR;\n");
        Verdict unknown = judged(policy(server, Tool.SQL, null, "sql/*.sql"), server);
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.all()).contains("sql/1.sql:3");
    }

    @Test
    void otherEncodingsAndHugeScriptsAreNotGuessedAt() throws Exception {
        Server server = RealServers.of("sqlite");
        MigrationPolicy policy = policy(server, Tool.SQL, null, "sql/*.sql");
        repository.with("sql/1.sql", "CREATE TABLE t (id INTEGER);".getBytes(StandardCharsets.UTF_16));
        assertThat(Unavailable.when(() -> judged(policy, server)).finding().what())
                .contains("UTF-8");
        repository.with("sql/1.sql", new byte[10 * 1024 * 1024]);
        assertThat(Unavailable.when(() -> judged(policy, server)).finding().what())
                .contains("4 MiB");
    }

    @Test
    void anExpectationMayOnlyAsk() throws Exception {
        Server server = RealServers.of("sqlite");
        repository.with("sql/1.sql", "-- itgc:expect DELETE FROM unrelated\nVACUUM;");
        Verdict unknown = judged(policy(server, Tool.SQL, null, "sql/*.sql"), server);
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(unknown.all()).contains("is not a SELECT");
    }

    @Test
    void aChangeWithoutMigrationsPassesAndSaysSo() throws Exception {
        Server server = RealServers.of("sqlite");
        repository.old("sql/1.sql", "CREATE TABLE t (id INTEGER);").with("README.md", "text");
        Verdict none = judged(policy(server, Tool.SQL, null, "sql/*.sql"), server);
        assertThat(none.outcome()).isEqualTo(Outcome.PASS);
        assertThat(none.explanation().summary()).isEqualTo("The change has no migrations for orders.");
    }
}
