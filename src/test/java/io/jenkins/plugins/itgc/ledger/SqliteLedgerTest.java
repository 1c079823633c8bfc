package io.jenkins.plugins.itgc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries stay as they were appended, in one chain, whoever appends; what goes wrong is said in a sentence. */
class SqliteLedgerTest {
    @TempDir
    Path folder;

    private LedgerFile file;

    @BeforeEach
    void name() {
        file = new LedgerFile(folder.resolve("a folder/ledger.sqlite"));
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
    void givesBackWhatWasAppended() {
        Ledger ledger = file.open();
        Entry first = ledger.append(new Draft("kind", "subject \u202e\ud83d\ude80", "mia", Map.of("b", 1, "a", "'\"")));
        Entry second = ledger.append(LedgerFile.draft(2));
        assertThat(ledger.entries(0, 10)).containsExactly(first, second);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(HashChain.GENESIS);
        assertThat(first.body()).isEqualTo("{\"a\":\"'\\\"\",\"b\":1}");
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.evidenceId()).isEqualTo("2:" + second.hash());
    }

    @Test
    void pagesThroughTheEntries() {
        Ledger ledger = file.filled(5);
        assertThat(ledger.entries(2, 2)).extracting(Entry::sequence).containsExactly(3L, 4L);
        assertThat(ledger.entries(5, 2)).isEmpty();
    }

    @Test
    void findsTheNewestEntryAboutASubject() {
        Ledger ledger = file.filled(3);
        Entry again = ledger.append(LedgerFile.draft(2));
        assertThat(ledger.newest("review.decided", "acme/orders@2")).contains(again);
        assertThat(ledger.newest("review.decided", "acme/orders@9")).isEmpty();
        assertThat(ledger.newest("other", "acme/orders@2")).isEmpty();
    }

    @Test
    void findsWhatWasFiledUnderSubjectsThatBeginSo() {
        Ledger ledger = file.open();
        Entry asked = ledger.append(new Draft("approval.requested", "acme/orders@1 in production", "a", Map.of()));
        ledger.append(new Draft("review.decided", "acme/orders@1", "b", Map.of()));
        ledger.append(new Draft("approval.given", "acme/orders@2 in production", "c", Map.of()));
        Entry given = ledger.append(new Draft("approval.given", "acme/orders@1 in production", "d", Map.of()));
        List<String> both = List.of("approval.requested", "approval.given");
        assertThat(ledger.filed(both, "acme/orders@1")).containsExactly(asked, given);
        assertThat(ledger.filed(List.of("approval.given"), "acme/orders@1 in production")).containsExactly(given);
        assertThat(ledger.filed(both, "acme/orders@%")).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ledger.filed(both, ""));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ledger.filed(List.of(), "a"));
    }

    @Test
    void givesEntriesOfSomeKindsInOrder() {
        Ledger ledger = file.filled(2);
        Entry hold = ledger.append(new Draft("hold.placed", "production", "mia", Map.of()));
        Entry release = ledger.append(new Draft("hold.released", "production", "mia", Map.of()));
        assertThat(ledger.entries(Set.of("hold.placed", "hold.released"), 0, 10)).containsExactly(hold, release);
        assertThat(ledger.entries(Set.of("hold.placed", "hold.released"), 3, 10)).containsExactly(release);
        assertThat(ledger.entries(Set.of("hold.placed", "review.decided"), 0, 1))
                .extracting(Entry::sequence)
                .containsExactly(1L);
        assertThat(ledger.entry(3)).contains(hold);
        assertThat(ledger.entry(9)).isEmpty();
    }

    @Test
    void continuesTheChainAfterItWasClosed() {
        file.filled(2).close();
        Ledger again = file.open();
        again.append(LedgerFile.draft(3));
        assertThat(again.verify()).isEqualTo(new Verification(3, java.util.Optional.empty()));
    }

    @Test
    void anEmptyLedgerIsWhole() {
        assertThat(file.open().verify()).isEqualTo(new Verification(0, java.util.Optional.empty()));
    }

    @Test
    void keepsOneChainWhenManyThreadsAppendThroughTwoLedgers() throws Exception {
        List<SqliteLedger> ledgers = List.of(file.open(), file.open());
        List<Callable<Entry>> appends = new ArrayList<>();
        for (int n = 0; n < 120; n++) {
            SqliteLedger ledger = ledgers.get(n % 2);
            Draft draft = LedgerFile.draft(n);
            appends.add(() -> ledger.append(draft));
        }
        List<Long> acknowledged = inParallel(appends).stream().map(Entry::sequence).sorted().toList();
        assertThat(acknowledged)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
        assertThat(ledgers.get(0).verify().intact()).isTrue();
        assertThat(ledgers.get(1).verify().entries()).isEqualTo(120);
    }

    @Test
    void isMadeOnceWhenSeveralOpenItAtOnce() throws Exception {
        List<Callable<Entry>> opening = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            opening.add(() -> file.open().append(LedgerFile.draft(1)));
        }
        assertThat(inParallel(opening)).hasSize(4);
        assertThat(file.open().verify().entries()).isEqualTo(4);
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesWhatCannotBeWrittenAndAppendsNothing() {
        Ledger ledger = file.open();
        Map<String, Object> endless = new java.util.HashMap<>();
        endless.put("self", List.of(endless));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ledger.append(new Draft("kind", "subject", "actor", endless)));
        assertThat(ledger.entries(0, 1)).isEmpty();
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
