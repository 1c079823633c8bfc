package io.jenkins.plugins.itgc.deploy;

import static io.jenkins.plugins.itgc.deploy.Requests.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment that the code host knows of and the ledger does not bypassed the gates. */
class BypassSearchTest {
    private static final RepositoryId REPOSITORY = RepositoryId.parse("acme/orders");

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock();
    private Ledger ledger;
    private DeployRegister register;
    private String deploy;

    @BeforeEach
    void deployOnce() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        register = new DeployRegister(ledger);
        deploy = register.request(Requests.of(1, "orders#1"), "7").deploy();
        register.start(deploy);
        register.end(deploy, DeployState.SUCCEEDED, null);
    }

    private HostedDeployment hosted(String id, int commit, String deploy) {
        return new HostedDeployment(id, sha(commit), deploy, "mallory", clock.instant());
    }

    private List<HostedDeployment> look(HostedDeployment... hosted) throws Exception {
        return new BypassSearch(register, ledger)
                .look(
                        (repository, environment, moment) -> List.of(hosted),
                        REPOSITORY,
                        "production",
                        Actor.named("watch"));
    }

    private List<Entry> found() {
        return ledger.entries(0, 100).stream()
                .filter(entry -> entry.kind().equals("bypass.found"))
                .toList();
    }

    @Test
    void letsItsOwnDeploymentsStand() throws Exception {
        assertThat(look(hosted("41", 1, deploy))).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void recordsOneThatNamesNoDeploy() throws Exception {
        assertThat(look(hosted("42", 9, null))).hasSize(1);
        assertThat(found()).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).startsWith("acme/orders@" + sha(9)).endsWith("in production");
            assertThat(entry.body()).contains("mallory created deployment 42", "\"environment\":\"production\"");
        });
    }

    @Test
    void believesNoDeploymentThatNamesADeployOfAnotherCommit() throws Exception {
        assertThat(look(hosted("43", 9, deploy))).hasSize(1);
    }

    @Test
    void believesNoDeploymentThatNamesADeployThatNeverBegan() throws Exception {
        String refused = register.request(Requests.of(2, "orders#2"), "7").deploy();
        register.end(refused, DeployState.ABORTED, Message.text("The review gate refused it."));

        assertThat(look(hosted("44", 2, refused))).hasSize(1);
    }

    @Test
    void believesNoDeploymentThatNamesADeployToAnotherEnvironment() throws Exception {
        String staging = register.request(Requests.of(Requests.STAGING, 2, "orders#2", false), "7")
                .deploy();
        register.start(staging);

        assertThat(look(hosted("45", 2, staging))).hasSize(1);
    }

    @Test
    void believesNoDeploymentThatNamesNonsense() throws Exception {
        assertThat(look(hosted("46", 1, "not a number"), hosted("47", 1, "-1"), hosted("48", 1, "")))
                .hasSize(3);
    }

    @Test
    void recordsEachOnce() throws Exception {
        look(hosted("42", 9, null));
        assertThat(look(hosted("42", 9, null), hosted("49", 9, null)))
                .extracting(HostedDeployment::id)
                .containsExactly("49");
        assertThat(found()).hasSize(2);
    }

    @Test
    void survivesAnAccountThatIsGone() throws Exception {
        look(new HostedDeployment("50", sha(9), null, null, clock.instant()));
        assertThat(found()).singleElement().satisfies(entry -> assertThat(entry.body())
                .contains("a deleted account"));
    }

    @Test
    void asksOnlyForWhatCameAfterTheFirstDeployThroughTheGates() throws Exception {
        new BypassSearch(register, ledger)
                .look(
                        (repository, environment, moment) -> {
                            assertThat(moment).isEqualTo(Instant.parse("2026-10-01T12:00:00Z"));
                            return List.of();
                        },
                        REPOSITORY,
                        "production",
                        Actor.named("watch"));
        HostedDeployments never = (repository, environment, moment) -> {
            throw new AssertionError("Nothing was promised for this environment.");
        };
        assertThat(new BypassSearch(register, ledger).look(never, REPOSITORY, "staging", Actor.named("watch")))
                .isEmpty();
    }

    @Test
    void saysWhenItCannotLook() {
        HostedDeployments broken = (repository, environment, moment) -> {
            throw new EvidenceUnavailable(
                    new Finding(
                            "connect.failing", Message.text("GitHub fails."), "GitHub", null, Message.text("Wait.")),
                    null);
        };
        assertThatExceptionOfType(EvidenceUnavailable.class).isThrownBy(() -> new BypassSearch(register, ledger)
                .look(broken, REPOSITORY, "production", Actor.named("watch")));
    }
}
