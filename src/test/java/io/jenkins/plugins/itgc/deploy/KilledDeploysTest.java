package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that share a ledger and are killed wherever they are: no acknowledged step of a deploy is lost, no turn stays
 * taken, nothing begins twice or beside another. {@code -Ditgc.kills=200} kills more often.
 */
class KilledDeploysTest {
    private static final int KILLS = Integer.getInteger("itgc.kills", 12);
    private static final Set<String> ENDS = Set.of("deploy.succeeded", "deploy.aborted", "deploy.unknown");

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_126);
    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> dead = new HashSet<>();

    @Test
    void neitherLoseADeployNorATurn() throws Exception {
        Path file = folder.resolve("ledger.sqlite");
        try (Ledger ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            Deque<Running> running = new ArrayDeque<>(List.of(start(file, 0), start(file, 1)));
            for (int kill = 0; kill < KILLS; kill++) {
                Running next = running.removeFirst();
                kill(next);
                if (kill + running.size() + 1 < KILLS) {
                    running.addLast(start(file, kill + 2));
                }
                requireOrder(ledger);
            }
            assertThat(new DeployRegister(ledger).open()).isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private record Running(String name, Process process) {}

    private static Running start(Path file, int number) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String name = "process" + number;
        Process process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx64m",
                        "-Djava.io.tmpdir=" + file.getParent(),
                        "-cp",
                        classPath,
                        DeployingProcess.class.getName(),
                        file.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Running(name, process);
    }

    /** What it had acknowledged: the lines that were read, and those still in the pipe. */
    private void kill(Running running) throws IOException, InterruptedException {
        try (BufferedReader lines = running.process().inputReader()) {
            int wanted = 1 + random.nextInt(24);
            for (int line = 0; line < wanted; line++) {
                String said = lines.readLine();
                assertThat(said).as("the process ended by itself").isNotNull();
                acknowledged.add(said);
            }
            running.process().toHandle().destroyForcibly(); // unlike the process itself, leaves the pipe open
            lines.lines().filter(line -> line.matches("deploy\\.[a-z]+ \\d+")).forEach(acknowledged::add);
        }
        assertThat(running.process().waitFor()).isNotZero();
        dead.add(running.name());
    }

    /** As the next start of a controller does, and then everything must be in order. */
    private void requireOrder(Ledger ledger) {
        DeployRegister register = new DeployRegister(ledger);
        new OrphanedDeploys(register, news -> ended(news.build())).settle();
        assertThat(register.open()).noneMatch(news -> ended(news.build()).isPresent());
        assertThat(ledger.verify().firstFault()).isEmpty();
        List<Entry> entries = ledger.entries(0, Integer.MAX_VALUE);
        assertThat(entries).map(KilledDeploysTest::step).containsAll(acknowledged);
        assertThat(entries.stream().map(KilledDeploysTest::step).filter(step -> !step.startsWith("deploy.requested")))
                .doesNotHaveDuplicates();
        requireOneAtATime(entries);
    }

    private static void requireOneAtATime(List<Entry> entries) {
        Map<String, String> inside = new HashMap<>();
        Set<String> over = new HashSet<>();
        for (Entry entry : entries) {
            String deploy = deploy(entry);
            if (entry.kind().equals("deploy.started")) {
                assertThat(over).doesNotContain(deploy);
                assertThat(inside.put(entry.subject(), deploy))
                        .as(entry.toString())
                        .isNull();
            } else if (ENDS.contains(entry.kind())) {
                assertThat(over.add(deploy)).as(entry.toString()).isTrue();
                inside.remove(entry.subject(), deploy);
            }
        }
    }

    private Optional<DeployState> ended(String build) {
        return dead.contains(build.replaceFirst("-.*", "")) ? Optional.of(DeployState.UNKNOWN) : Optional.empty();
    }

    private static String step(Entry entry) {
        return entry.kind() + " " + deploy(entry);
    }

    private static String deploy(Entry entry) {
        try {
            String named = JsonMapper.builder()
                    .build()
                    .readTree(entry.body())
                    .path("deploy")
                    .asText("");
            return named.isEmpty() || named.equals("null") ? Long.toString(entry.sequence()) : named;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
