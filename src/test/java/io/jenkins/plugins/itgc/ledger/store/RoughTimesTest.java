package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What disks and administrators do to a ledger: it says so, and loses nothing that it acknowledged. */
class RoughTimesTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private LedgerFile file;

    @BeforeEach
    void name() {
        file = new LedgerFile(folder.resolve("ledger.sqlite"));
    }

    /** Runs the appending process from a shell; its lines. */
    private List<String> appending(String... shell) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(shell));
        command.addAll(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx64m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AppendingProcess.class.getName(),
                file.path().toString(),
                "50000"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isNotZero();
        return lines;
    }

    private void keptAndWhole(List<String> lines) {
        List<String> acknowledged =
                lines.stream().filter(line -> line.matches("\\d+:[0-9a-f]{64}")).toList();
        Ledger ledger = file.open();
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(ledger.entries(0, 10_000)).extracting(Entry::evidenceId).containsAll(acknowledged);
        ledger.append(LedgerFile.draft(1));
        assertThat(ledger.verify().intact()).isTrue();
        ledger.close();
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnWhenItIsNotAnyMore() throws Exception {
        file.filled(3).close();
        // No file of this process may grow beyond 3 MiB: to SQLite that is a disk without space.
        List<String> lines = appending("bash", "-c", "ulimit -f 3072; exec \"$@\"", "appending");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("FAILED")
                .contains(file.path().toString(), "cannot be appended to", "free space");
        assertThat(lines).hasSizeGreaterThan(10);
        keptAndWhole(lines);
    }

    @Test
    void saysThatItsFolderIsReadOnly() throws Exception {
        file.filled(3).close();
        assumeTrue(mayMount(), "this machine lets nobody mount in a name space of their own");
        String mount = "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"";
        List<String> lines = appending("unshare", "-r", "-m", "sh", "-c", mount, folder.toString());
        assertThat(String.join("\n", lines)).contains("The ledger " + file.path(), "cannot be");
        keptAndWhole(lines);
    }

    private boolean mayMount() throws IOException, InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-r", "-m", "mount", "--bind", folder.toString(), folder.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void canBeCopiedWhileItIsWrittenToAndRestored() throws Exception {
        Ledger ledger = file.filled(20);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> appending = threads.submit(() -> {
            // Bounded: on a busy machine appends would outrun the copies of an ever larger file.
            for (int n = 0; !stop.get() && n < 2_000; n++) {
                ledger.append(LedgerFile.draft(n));
            }
        });
        try {
            for (int copy = 0; copy < 5; copy++) {
                Entry last = ledger.last().orElseThrow();
                Path backup = folder.resolve("backup" + copy + ".sqlite");
                file.execute("VACUUM INTO '" + backup + "'");
                Ledger restored = new LedgerFile(backup).open();
                assertThat(restored.verify().intact()).isTrue();
                assertThat(restored.entry(last.sequence())).contains(last);
                restored.append(LedgerFile.draft(copy));
                assertThat(restored.verify().intact()).isTrue();
                restored.close();
            }
        } finally {
            stop.set(true);
            appending.get();
            threads.shutdownNow();
        }
        assertThat(ledger.verify().intact()).isTrue();
    }

    @Test
    void aDamagedFileNeverShowsAnythingElseThanWhatWasWritten() throws Exception {
        Ledger ledger = file.filled(40);
        List<Entry> entries = ledger.entries(0, 100);
        ledger.close();
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] whole = Files.readAllBytes(file.path());
        Random random = new Random(20_261_126);
        int found = 0;
        for (int n = 0; n < 60; n++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 8; i++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            LedgerFile other = new LedgerFile(folder.resolve("damaged" + n + ".sqlite"));
            Files.write(other.path(), damaged);
            found += damageShows(other, entries) ? 1 : 0;
        }
        assertThat(found).isGreaterThan(10);
    }

    /** Either it is said, or all entries are there as they were. */
    private static boolean damageShows(LedgerFile other, List<Entry> entries) {
        try {
            Ledger ledger = other.open();
            if (!ledger.verify().intact()) {
                return true;
            }
            assertThat(ledger.entries(0, 100))
                    .isEqualTo(entries.subList(0, (int) ledger.verify().entries()));
            return false;
        } catch (LedgerFailure e) {
            assertThat(e).hasMessageContaining(other.path().toString());
            return true;
        }
    }

    /** A file as version 3 of the schema left it, a statement a line; its hashes were made by another program. */
    private static String[] firstVersion() throws IOException {
        try (InputStream in = RoughTimesTest.class.getResourceAsStream("first-version.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toArray(String[]::new);
        }
    }

    @Test
    void upgradesALedgerOfTheFirstVersionAndGoesOnWithItsChain() throws Exception {
        file.execute(firstVersion());
        Ledger ledger = file.open();
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(ledger.verify().entries()).isEqualTo(2);
        Entry next = ledger.append(LedgerFile.draft(3));
        assertThat(next.previous()).isEqualTo(ledger.entry(2).orElseThrow().hash());
        assertThat(ledger.entry(1).orElseThrow().bodyHash()).isNull();
        assertThat(next.bodyHash()).isEqualTo(HashChain.sha256(next.body()));
        assertThat(ledger.verify().intact()).isTrue();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> file.execute("UPDATE entry SET body = '' WHERE sequence = 1"));
        file.dropTriggers();
        file.set(2, "body", "{\"n\":9}");
        assertThat(ledger.verify().firstFault().orElseThrow().sequence()).isEqualTo(2);
    }
}
