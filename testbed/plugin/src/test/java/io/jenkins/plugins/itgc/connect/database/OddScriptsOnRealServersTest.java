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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are written for something else, renamed, or that the gate is not to run at all. */
class OddScriptsOnRealServersTest {
    @TempDir
    private Path folder;

    private final FilesAtCommit repository = new FilesAtCommit();

    private static MigrationPolicy policy(Server server, Tool tool, String files) {
        return new MigrationPolicy(
                "orders", tool, List.of(files), null, List.of(server.reader().name()), "the DBAs", true);
    }

    private Verdict judged(Server server) throws Exception {
        return repository.judged(policy(server, Tool.SQL, "sql/*.sql"), server.reader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC sp_rename 'orders.note', 'remark', 'COLUMN';",
                "BEGIN EXECUTE IMMEDIATE 'DROP TABLE orders'; END;\n/\n",
                "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END //\n",
                "\\copy orders from 'orders.csv'",
                "DO $$ BEGIN PERFORM 1; END $$;"
            })
    void aDialectThatIsNotTheDatabasesIsNeverTakenForApplied(String script) throws Exception {
        for (String kind : List.of("postgresql", "mariadb", "sqlite")) {
            Server server = RealServers.of(kind);
            repository.with("sql/1.sql", "-- a comment\n\n" + script);
            Verdict verdict = judged(server);
            assertThat(verdict.outcome()).as(kind + " " + verdict.all()).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict.all()).contains("sql/1.sql:");
        }
    }

    /** SQL Server's GO, and MySQL's quotes and options. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void nothingAfterWordsOfAnotherDialectIsOverlooked(String kind) throws Exception {
        Server server = RealServers.of(kind);
        server.run("CREATE TABLE a (id INTEGER)");
        repository.with("sql/1.sql", "CREATE TABLE a (id INTEGER)\nGO\nCREATE TABLE b (id INTEGER)\nGO\n");
        assertThat(judged(server).outcome()).isNotEqualTo(Outcome.PASS);
        repository.with(
                "sql/1.sql",
                "CREATE TABLE `a` (id INTEGER) ENGINE=InnoDB;\nCREATE TABLE `b` (id INTEGER) ENGINE=InnoDB;");
        assertThat(judged(server).outcome()).isNotEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void lineEndsOfWindowsChangeNothing(String kind) throws Exception {
        Server server = RealServers.of(kind);
        repository.with(
                "sql/1.sql",
                "-- first\r\nCREATE TABLE more (\r\n  id INTEGER\r\n);\r\nINSERT INTO more (id) VALUES (7);\r\n");
        Verdict before = judged(server);
        assertThat(before.outcome()).as(before.all()).isEqualTo(Outcome.WAIT);
        assertThat(before.all()).contains("sql/1.sql:2 table more");
        server.run("CREATE TABLE more (id INTEGER)", "INSERT INTO more (id) VALUES (7)");
        Verdict after = judged(server);
        assertThat(after.outcome()).as(after.all()).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void aMigrationThatWasRenamedOrEditedIsRefusedAlthoughTheDatabaseHoldsIt(String kind) throws Exception {
        Server server = RealServers.of(kind);
        server.run("CREATE TABLE more (id INTEGER)");
        repository.old("sql/1.sql", "CREATE TABLE more (id INTEGER);").without("sql/1.sql");
        repository.with("sql/01.sql", "CREATE TABLE more (id INTEGER);");
        Verdict renamed = judged(server);
        assertThat(renamed.outcome()).as(renamed.all()).isEqualTo(Outcome.REFUSE);
        assertThat(renamed.all()).contains("sql/1.sql was renamed to sql/01.sql");

        repository.without("sql/01.sql").with("sql/1.sql", "CREATE TABLE more (id INTEGER); -- as before");
        Verdict edited = judged(server);
        assertThat(edited.outcome()).as(edited.all()).isEqualTo(Outcome.REFUSE);
        assertThat(edited.all()).contains("was edited after it was deployed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "sqlite"})
    void undoAndBaselineScriptsAreNotAskedFor(String kind) throws Exception {
        Server server = RealServers.of(kind);
        repository
                .with("db/V1__more.sql", "CREATE TABLE more (id INTEGER);")
                .with("db/U1__more.sql", "DROP TABLE more;")
                .with("db/B1__base.sql", "CREATE TABLE more (id INTEGER);");
        Files.writeString(folder.resolve("V1__more.sql"), repository.text("db/V1__more.sql"));
        Flyway.configure()
                .dataSource(server.owner(), null, null)
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        Verdict verdict = repository.judged(policy(server, Tool.FLYWAY, "db/*"), server.reader());
        assertThat(verdict.outcome()).as(verdict.all()).isEqualTo(Outcome.PASS);
    }

    /** The server itself breaks off what takes longer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql | SELECT current_setting('statement_timeout') = '10s'",
                "mariadb    | SELECT @@max_statement_time = 10",
                "sqlite     | SELECT timeout = 10000 FROM pragma_busy_timeout"
            })
    void noStatementOfTheGateMayTakeLong(String kind, String expectation) throws Exception {
        Server server = RealServers.of(kind);
        repository.with("sql/1.sql", "-- itgc:expect " + expectation + "\nVACUUM;");
        Verdict verdict = judged(server);
        assertThat(verdict.outcome()).as(verdict.all()).isEqualTo(Outcome.PASS);
        repository.with("sql/1.sql", "-- itgc:expect " + expectation.replace("10", "11") + "\nVACUUM;");
        assertThat(judged(server).outcome()).isEqualTo(Outcome.WAIT);
    }

    @Test
    void aStatementThatIsBrokenOffIsUnknown() throws Exception {
        Server server = RealServers.of("postgresql");
        repository.with("sql/1.sql", "-- itgc:expect SELECT count(*) FROM pg_sleep(60)\nVACUUM;");
        Verdict verdict = judged(server);
        assertThat(verdict.outcome()).as(verdict.all()).isEqualTo(Outcome.UNKNOWN);
    }
}
