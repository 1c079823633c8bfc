package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that was acknowledged is there after its process was killed, wherever that process was. */
class KilledProcessTest {
    /** {@code ./verify --kills 200} kills more often. */
    private static final int KILLS = Integer.getInteger("itgc.kills", 20);

    /** So many go with one file, which must not become so long that verifying it takes all the time. */
    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_001);

    @Test
    void keepsEveryAcknowledgedEntryThroughKillsAtAnyPoint() throws Exception {
        for (int kills = 0; kills < KILLS; kills += ROUNDS) {
            killAgainAndAgain(new LedgerFile(folder.resolve("ledger" + kills + ".sqlite")));
        }
    }

    private void killAgainAndAgain(LedgerFile file) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        List<Process> running = List.of(start(file), start(file));
        for (int round = 0; round < ROUNDS; round += 2) {
            List<Process> next = round + 2 < ROUNDS ? List.of(start(file), start(file)) : List.of();
            for (Process process : running) {
                acknowledged.addAll(killedAtSomePoint(process));
            }
            requireKept(file, acknowledged);
            running = next;
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private static Process start(LedgerFile file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx64m",
                        "-Djava.io.tmpdir=" + file.path().getParent(),
                        "-cp",
                        classPath,
                        AppendingProcess.class.getName(),
                        file.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What a process had acknowledged when it was killed: the lines that were read, and those still in the pipe. */
    private List<String> killedAtSomePoint(Process process) throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            int wanted = 1 + random.nextInt(12);
            while (acknowledged.size() < wanted) {
                String line = lines.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                acknowledged.add(line);
            }
            process.toHandle().destroyForcibly(); // unlike the process itself, leaves the pipe open
            lines.lines().filter(KilledProcessTest::whole).forEach(acknowledged::add);
        }
        assertThat(process.waitFor()).isNotZero();
        return acknowledged;
    }

    private static boolean whole(String line) {
        return line.matches("\\d+:[0-9a-f]{64}");
    }

    private static void requireKept(LedgerFile file, List<String> acknowledged) {
        SqliteLedger ledger = file.open();
        assertThat(ledger.verify().firstFault()).isEmpty();
        Set<String> kept = ledger.entries(0, Integer.MAX_VALUE).stream()
                .map(Entry::evidenceId)
                .collect(Collectors.toSet());
        assertThat(acknowledged).allMatch(kept::contains);
    }
}
