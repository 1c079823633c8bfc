package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A controller that carries deploys out and is killed wherever it is, again and again: whatever was recorded stays, no body
 * begins twice or beside another, and no turn stays taken. {@code -Ditgc.kills=200} kills more often, a tenth as often as
 * processes that start faster.
 */
class KilledGatedDeploysTest {
    private static final Path WORLD = Path.of("src/test/resources/attacks/14e-reviewed-merge-passes.yaml");
    private static final int KILLS = Math.max(3, Integer.getInteger("itgc.kills", 0) / 10);
    private static final int AT_ONCE = 3;
    private static final List<String> JOBS = List.of("first", "second");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** What a kill waits for: the queue, the begin and the end of a body, each as it is and as it is recorded. */
    private static final List<ToLongFunction<KilledGatedDeploysTest>> MOMENTS = List.of(
            test -> test.recorded(DeployState.REQUESTED),
            test -> test.recorded(DeployState.STARTED),
            test -> test.bodies.lines().size(),
            test -> test.recorded(DeployState.SUCCEEDED));

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_130);
    private final Set<String> seen = new HashSet<>();
    private Sandbox sandbox;
    private Path casc;
    private DeployBodies bodies;
    private Ledger ledger;
    private DeployRegister register;

    @BeforeEach
    void prepare() throws Exception {
        sandbox = Sandbox.start(World.load(WORLD), 0);
        casc = new WorldCasc(sandbox).write(folder);
        bodies = new DeployBodies(folder.resolve("bodies"));
        String commit = sandbox.world().repository("acme/orders").branches().get("master");
        for (String job : JOBS) {
            Path home = Files.createDirectories(home().resolve("jobs").resolve(job));
            Files.writeString(home.resolve("config.xml"), bodies.job(commit));
        }
        ledger = SqliteLedger.open(
                Files.createDirectories(home().resolve("itgc")).resolve("ledger.db"), Clock.systemUTC());
        register = new DeployRegister(ledger);
    }

    @AfterEach
    void stop() {
        ledger.close();
        sandbox.close();
    }

    private Path home() {
        return folder.resolve("home");
    }

    private ControllerProcess start() throws Exception {
        return ControllerProcess.start(home(), casc, folder.resolve("output"));
    }

    @Test
    void goOnAfterEachKillAndNeverBeginTwice() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            ToLongFunction<KilledGatedDeploysTest> moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
            long before = moment.applyAsLong(this);
            try (ControllerProcess controller = start()) {
                for (int open = Math.min(register.open().size(), AT_ONCE - 1); open < AT_ONCE; open++) {
                    controller.build(JOBS.get(open % JOBS.size()));
                }
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1 + random.nextInt(100)))
                        .until(() -> moment.applyAsLong(this) > before);
                ledger.entries(0, Integer.MAX_VALUE).forEach(entry -> seen.add(entry.hash()));
            }
        }
        try (ControllerProcess controller = start()) {
            await().atMost(PATIENCE).until(() -> register.open().isEmpty());
            long before = recorded(DeployState.SUCCEEDED);
            controller.build(JOBS.get(0));
            await().atMost(PATIENCE).until(() -> recorded(DeployState.SUCCEEDED) > before);
        }
        List<Entry> entries = ledger.entries(0, Integer.MAX_VALUE);
        assertThat(ledger.verify().firstFault()).isEmpty();
        assertThat(entries).map(Entry::hash).containsAll(seen);
        Map<String, DeployState> ends = ends(entries);
        assertThat(ends.values()).isNotEmpty().doesNotContain(DeployState.FAILED);
        assertThat(ends.values().stream().filter(DeployState.UNKNOWN::equals)).hasSizeLessThanOrEqualTo(KILLS);
        bodies.require(ends);
    }

    private long recorded(DeployState state) {
        return ledger.entries(Set.of(state.kind()), 0, Integer.MAX_VALUE).size();
    }

    /** Each deploy began at most once, ended once, and in that order. */
    private static Map<String, DeployState> ends(List<Entry> entries) throws JsonProcessingException {
        Map<String, DeployState> states = new HashMap<>();
        for (Entry entry : entries) {
            DeployState state = Arrays.stream(DeployState.values())
                    .filter(each -> each.kind().equals(entry.kind()))
                    .findFirst()
                    .orElse(null);
            if (state == DeployState.REQUESTED) {
                states.put(Long.toString(entry.sequence()), state);
            } else if (state != null) {
                String deploy = JsonMapper.builder()
                        .build()
                        .readTree(entry.body())
                        .get("deploy")
                        .asText();
                DeployState before = states.put(deploy, state);
                assertThat(before).as(entry.toString()).isIn(DeployState.REQUESTED, DeployState.STARTED);
                assertThat(state).as(entry.toString()).isNotEqualTo(before);
            }
        }
        assertThat(states.values()).allMatch(DeployState::ended);
        return states;
    }
}
