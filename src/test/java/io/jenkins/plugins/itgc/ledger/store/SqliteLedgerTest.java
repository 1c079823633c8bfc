package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries stay as they were appended, in one chain, whoever appends; what goes wrong is said in a sentence. */
class SqliteLedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    private LedgerFile file;

    @BeforeEach
    void name() {
        file = new LedgerFile(folder.resolve("a folder/ledger.sqlite"));
    }

    @Override
    protected Ledger open() {
        return file.open();
    }

    private static void fails(ThrowingCallable work, String... parts) {
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(work)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(parts)
                .endsWith(".");
    }

    @Test
    void saysThatItsFolderCannotBeMade() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        LedgerFile below = new LedgerFile(inTheWay.resolve("ledger.sqlite"));
        fails(below::open, below.path().toString(), "cannot be opened", "check the folder");
    }

    @Test
    void saysThatItsFolderIsReadOnly() throws IOException {
        Path folderOfOthers = Files.createDirectory(folder.resolve("read-only"));
        assertThat(folderOfOthers.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(folderOfOthers), "this account may write everywhere");
        fails(new LedgerFile(folderOfOthers.resolve("ledger.sqlite"))::open, "cannot be opened");
    }

    @Test
    void saysThatTheFileIsNoLedger() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "This is a shopping list. ".repeat(1_000));
        fails(file::open, file.path().toString(), "cannot be opened");
    }

    @Test
    void saysThatTheFileIsDamaged() throws IOException {
        file.filled(50).close();
        byte[] bytes = Files.readAllBytes(file.path());
        java.util.Arrays.fill(bytes, 1_000, bytes.length, (byte) 0x5a);
        Files.write(file.path(), bytes);
        fails(file::open, file.path().toString(), "cannot be opened");
    }

    @Test
    void saysThatTheFileWentAway() throws IOException {
        SqliteLedger ledger = file.filled(1);
        Files.delete(file.path());
        Files.createDirectory(file.path());
        fails(() -> ledger.append(LedgerFile.draft(2)), file.path().toString(), "cannot be appended to");
        fails(() -> ledger.entries(0, 1), "cannot be read");
        fails(ledger::verify, "cannot be read");
    }

    @Test
    void leavesALedgerOfANewerVersionAlone() throws SQLException {
        file.filled(1).close();
        file.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'somebody', 1, 1)");
        fails(file::open, file.path().toString(), "another version of this plugin");
    }
}
