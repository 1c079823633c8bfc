package io.jenkins.plugins.itgc.deploy;

import static io.jenkins.plugins.itgc.deploy.Requests.ORDERS;
import static io.jenkins.plugins.itgc.deploy.Requests.STAGING;
import static io.jenkins.plugins.itgc.deploy.Requests.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First in, first out; one at a time; and nothing but the ledger to remember it by. */
class DeployRegisterTest {
    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock();
    private Ledger ledger;
    private DeployRegister register;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        register = new DeployRegister(ledger);
    }

    private String request(int commit, String build) {
        return register.request(Requests.of(commit, build), "7").deploy();
    }

    private void deployed(DeployTarget target, int commit, String build, boolean rollback) {
        String deploy = register.request(Requests.of(target, commit, build, rollback), "7")
                .deploy();
        register.start(deploy);
        register.end(deploy, DeployState.SUCCEEDED, null);
    }

    private static void notItsTurn(Callable<?> start) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(start::call);
    }

    @Test
    void queuesInTheOrderOfTheRequests() {
        String first = request(1, "orders#1");
        String second = request(2, "orders#2");

        assertThat(register.queue(ORDERS)).extracting(DeployNews::deploy).containsExactly(first, second);
        assertThat(register.queue(STAGING)).isEmpty();
    }

    /** Several controllers may share a ledger. */
    @Test
    void knowsAtEachCallWhatAnotherWroteMeanwhile() {
        DeployRegister other = new DeployRegister(ledger);
        String deploy = request(1, "orders#1");
        assertThat(other.request(Requests.of(1, "orders#1"), "7").deploy()).isEqualTo(deploy);

        String second = request(2, "orders#2");
        assertThat(other.of("orders#2", "7")).isPresent();
        String third = request(3, "orders#3");
        assertThat(other.end(third, DeployState.ABORTED, null)).isPresent();

        register.start(deploy);
        assertThat(other.begun(deploy)).isPresent();
        register.end(deploy, DeployState.SUCCEEDED, null);
        assertThat(other.currents()).extracting(DeployNews::deploy).containsExactly(deploy);

        register.start(second);
        register.end(second, DeployState.SUCCEEDED, null);
        assertThat(other.current(ORDERS).orElseThrow().deploy()).isEqualTo(second);
        String fourth = request(4, "orders#4");
        assertThat(other.start(fourth).state()).isEqualTo(DeployState.STARTED);
    }

    @Test
    void letsOnlyTheFirstBegin() {
        String first = request(1, "orders#1");
        String second = request(2, "orders#2");

        notItsTurn(() -> register.start(second));
        register.start(first);
        notItsTurn(() -> register.start(second));
        register.end(first, DeployState.FAILED, Message.text("It did not start."));

        assertThat(register.start(second).state()).isEqualTo(DeployState.STARTED);
    }

    @Test
    void beginsNothingTwice() {
        String deploy = request(1, "orders#1");
        register.start(deploy);

        notItsTurn(() -> register.start(deploy));
        register.end(deploy, DeployState.SUCCEEDED, null);
        notItsTurn(() -> register.start(deploy));
    }

    @Test
    void letsAnotherTargetGoOnItsOwn() {
        register.start(request(1, "orders#1"));
        String staging = register.request(Requests.of(STAGING, 1, "orders#2", false), "7")
                .deploy();

        assertThat(register.start(staging).state()).isEqualTo(DeployState.STARTED);
    }

    @Test
    void givesTheSameStepItsPlaceAgain() {
        String deploy = request(1, "orders#1");

        assertThat(request(1, "orders#1")).isEqualTo(deploy);
        assertThat(register.request(Requests.of(1, "orders#1"), "8").deploy()).isNotEqualTo(deploy);
    }

    @Test
    void givesAStepThatHasEndedNoSecondPlace() {
        String deploy = request(1, "orders#1");
        register.end(deploy, DeployState.ABORTED, Message.text("Stopped by mia."));

        DeployNews again = register.request(Requests.of(1, "orders#1"), "7");

        assertThat(again.deploy()).isEqualTo(deploy);
        assertThat(again.state()).isEqualTo(DeployState.ABORTED);
        assertThat(register.queue(ORDERS)).isEmpty();
    }

    @Test
    void endsADeployOnce() {
        String deploy = request(1, "orders#1");
        register.start(deploy);

        assertThat(register.end(deploy, DeployState.SUCCEEDED, null)).isPresent();
        assertThat(register.end(deploy, DeployState.FAILED, Message.text("late")))
                .isEmpty();
        assertThat(ledger.entries(0, 10)).hasSize(3);
    }

    @Test
    void tellsAllOfItAgainAfterARestart() {
        String first = request(1, "orders#1");
        request(2, "orders#2");
        register.start(first);

        DeployRegister restarted = new DeployRegister(ledger);

        assertThat(restarted.open()).isEqualTo(register.open());
        assertThat(restarted.open().get(0).pullRequests()).singleElement().satisfies(pr -> assertThat(pr.title())
                .isEqualTo("Faster"));
        assertThat(restarted.of("orders#1", "7")).isPresent();
    }

    @Test
    void seesWhatAnotherOneWrote() {
        DeployRegister other = new DeployRegister(ledger);
        String first = request(1, "orders#1");
        String second = other.request(Requests.of(2, "orders#2"), "7").deploy();
        register.start(first);

        notItsTurn(() -> other.start(second));
    }

    @Test
    void goesBackToTheCommitBeforeTheOneThatRuns() {
        deployed(ORDERS, 1, "orders#1", false);
        deployed(ORDERS, 2, "orders#2", false);
        deployed(ORDERS, 2, "orders#3", false);

        assertThat(register.current(ORDERS)).map(DeployNews::commit).contains(sha(2));
        assertThat(register.rollbackTarget(ORDERS)).map(DeployNews::commit).contains(sha(1));
    }

    @Test
    void doesNotGoForwardToWhatWasTakenBack() {
        deployed(ORDERS, 1, "orders#1", false);
        deployed(ORDERS, 2, "orders#2", false);
        deployed(ORDERS, 3, "orders#3", false);
        deployed(ORDERS, 2, "orders#4", true);

        assertThat(register.current(ORDERS)).map(DeployNews::commit).contains(sha(2));
        assertThat(register.rollbackTarget(ORDERS)).map(DeployNews::commit).contains(sha(1));
        assertThat(register.good(ORDERS, sha(3))).isEmpty();
    }

    @Test
    void hasNothingToGoBackToAfterTheFirstDeploy() {
        assertThat(register.rollbackTarget(ORDERS)).isEmpty();
        deployed(ORDERS, 1, "orders#1", false);
        assertThat(register.rollbackTarget(ORDERS)).isEmpty();
        assertThat(register.good(STAGING, sha(1))).isEmpty();
    }

    @Test
    void countsNoFailedDeployAsGood() {
        deployed(ORDERS, 1, "orders#1", false);
        String bad = request(2, "orders#2");
        register.start(bad);
        register.end(bad, DeployState.FAILED, Message.text("It did not start."));

        assertThat(register.current(ORDERS)).map(DeployNews::commit).contains(sha(1));
    }

    @Test
    void learnsHowLongADeployTakes() {
        assertThat(register.typicalDuration(ORDERS)).isEmpty();
        for (int minutes : List.of(3, 9, 5)) {
            String deploy = request(minutes, "orders#" + minutes);
            register.start(deploy);
            clock.turn(Duration.ofMinutes(minutes));
            register.end(deploy, DeployState.SUCCEEDED, null);
        }
        assertThat(register.typicalDuration(ORDERS)).contains(Duration.ofMinutes(5));
    }

    @Test
    void aClockThatGoesBackwardsTeachesNothing() {
        String deploy = request(1, "orders#1");
        register.start(deploy);
        clock.turn(Duration.ofMinutes(-5));
        register.end(deploy, DeployState.SUCCEEDED, null);

        assertThat(register.typicalDuration(ORDERS)).isEmpty();
        assertThat(register.current(ORDERS)).isPresent();
    }

    @Test
    void blocksWhenAnEntryCannotBeUnderstood() {
        ledger.append(new Draft("deploy.requested", "orders in production", "somebody", Map.of("service", 1)));

        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> register.queue(ORDERS))
                .withMessageContaining("Entry 1");
    }

    @Test
    void neverLetsTwoInWhoeverAsks() throws Exception {
        int many = 24;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> rivals = IntStream.range(0, many)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        DeployRegister own = number % 2 == 0 ? register : new DeployRegister(ledger);
                        String deploy = own.request(Requests.of(number, "orders#" + number), "7")
                                .deploy();
                        return begins(own, deploy);
                    })
                    .toList();
            int begun = 0;
            for (Future<Boolean> rival : threads.invokeAll(rivals)) {
                begun += rival.get() ? 1 : 0;
            }
            assertThat(begun).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(register.queue(ORDERS)).hasSize(many);
        assertThat(register.queue(ORDERS))
                .filteredOn(news -> news.state() == DeployState.STARTED)
                .hasSize(1);
    }

    private static boolean begins(DeployRegister register, String deploy) {
        try {
            register.start(deploy);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
