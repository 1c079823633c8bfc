package io.jenkins.plugins.itgc.deploy;

import static io.jenkins.plugins.itgc.deploy.Requests.ORDERS;
import static io.jenkins.plugins.itgc.deploy.Requests.sha;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.deploy.RunningVersion.Verdict;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What production says that it runs is compared with what was deployed, and only a lasting difference is recorded. */
class RunningVersionsTest {
    @TempDir
    Path folder;

    private Ledger ledger;
    private DeployRegister register;
    private RunningVersions versions;

    @BeforeEach
    void open() {
        TurnedClock clock = new TurnedClock();
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        register = new DeployRegister(ledger);
        versions = new RunningVersions(register, ledger, clock);
    }

    private void deploy(int commit, DeployState end) {
        String deploy = begin(commit);
        register.end(deploy, end, null);
    }

    private String begin(int commit) {
        String deploy = register.request(
                        Requests.of(commit, "orders#" + ledger.entries(0, 1000).size()), "7")
                .deploy();
        register.start(deploy);
        return deploy;
    }

    private Verdict saw(String running) {
        return versions.observed(ORDERS, running, Actor.named("watch")).verdict();
    }

    private Verdict sawTwice(int commit) {
        saw(sha(commit));
        return saw(sha(commit));
    }

    private List<String> recorded() {
        return ledger.entries(0, 1000).stream()
                .map(Entry::kind)
                .filter(kind -> kind.startsWith("drift.") || kind.startsWith("bypass."))
                .toList();
    }

    @Test
    void agreesWithWhatWasDeployedLast() {
        deploy(1, DeployState.SUCCEEDED);
        assertThat(saw(" " + sha(1).toUpperCase(java.util.Locale.ROOT) + "\n")).isEqualTo(Verdict.AS_RECORDED);
        assertThat(saw(sha(1).substring(0, 7))).isEqualTo(Verdict.AS_RECORDED);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void recordsWhatNoGateBroughtThere() {
        deploy(1, DeployState.SUCCEEDED);

        assertThat(sawTwice(9)).isEqualTo(Verdict.DRIFTED);
        assertThat(recorded()).containsExactly("bypass.found");
        assertThat(ledger.entries(0, 1000)).last().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("orders in production");
            assertThat(entry.actor()).isEqualTo("watch");
            assertThat(entry.body()).contains(sha(9), sha(1), sha(9).substring(0, 10) + " bypassed the gates");
        });
    }

    @Test
    void tellsAnEarlierVersionFromOneThatCameByNoGate() {
        deploy(1, DeployState.SUCCEEDED);
        deploy(2, DeployState.FAILED);
        deploy(3, DeployState.SUCCEEDED);

        assertThat(sawTwice(2)).isEqualTo(Verdict.DRIFTED);
        assertThat(sawTwice(1)).isEqualTo(Verdict.DRIFTED);
        assertThat(recorded()).containsExactly("drift.found", "drift.found");
    }

    @Test
    void takesADeployThatNeverBeganForNone() {
        deploy(1, DeployState.SUCCEEDED);
        String refused = register.request(Requests.of(2, "orders#refused"), "7").deploy();
        register.end(refused, DeployState.ABORTED, Message.text("The review gate refused it."));

        sawTwice(2);
        assertThat(recorded()).containsExactly("bypass.found");
    }

    @Test
    void waitsForASecondLookBeforeItSaysAnything() {
        deploy(1, DeployState.SUCCEEDED);
        assertThat(saw(sha(9))).isEqualTo(Verdict.UNSETTLED);
        assertThat(saw(sha(8))).isEqualTo(Verdict.UNSETTLED);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void saysNothingWhileADeployIsUnderWayNorRightAfterIt() {
        deploy(1, DeployState.SUCCEEDED);
        String next = begin(2);
        assertThat(sawTwice(2)).isEqualTo(Verdict.UNSETTLED);
        register.end(next, DeployState.SUCCEEDED, null);

        assertThat(saw(sha(1))).isEqualTo(Verdict.UNSETTLED);
        assertThat(saw(sha(2))).isEqualTo(Verdict.AS_RECORDED);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void recordsADifferenceOnceAndItsEndOnceAlsoAfterARestart() {
        deploy(1, DeployState.SUCCEEDED);
        sawTwice(9);
        sawTwice(9);
        versions = new RunningVersions(register, ledger, new TurnedClock());
        sawTwice(9);
        saw(sha(1));
        saw(sha(1));
        sawTwice(9);

        assertThat(recorded()).containsExactly("bypass.found", "drift.ended", "bypass.found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "v1.2.3", "123456", "<b>0000001</b>", "1234567 1234567"})
    void takesNothingForACommitThatIsNone(String answer) {
        deploy(1, DeployState.SUCCEEDED);
        assertThat(saw(answer)).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(saw(answer)).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void keepsLittleOfALongAnswer() {
        assertThat(versions.observed(ORDERS, "x".repeat(100_000), Actor.named("watch"))
                        .running())
                .hasSize(64);
    }

    @Test
    void hasNothingToCompareWithBeforeTheFirstDeploy() {
        assertThat(saw(sha(1))).isEqualTo(Verdict.NOTHING_RECORDED);
    }

    @Test
    void showsWhyItCouldNotBeAsked() {
        versions.notObserved(
                ORDERS,
                new Finding("x", Message.text("orders cannot be reached."), "orders", null, Message.text("Look.")));
        assertThat(versions.all()).singleElement().satisfies(version -> {
            assertThat(version.verdict()).isEqualTo(Verdict.NOT_KNOWN);
            assertThat(version.what().english()).isEqualTo("orders cannot be reached.");
        });
    }
}
