package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From where on a deploy is reviewed. */
class LedgerDeploymentsTest {
    private static final RepositoryId ORDERS = RepositoryId.parse("acme/orders");

    @TempDir
    private Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void deployed(String repository, String service, String environment, char commit) {
        ledger.append(new Draft(
                "deploy.succeeded",
                service + " in " + environment,
                "deploy",
                Map.of(
                        "service",
                        service,
                        "repository",
                        repository,
                        "environment",
                        environment,
                        "commit",
                        commit(commit).sha())));
    }

    private static CommitId commit(char digit) {
        return new CommitId(String.valueOf(digit).repeat(40));
    }

    private CommitId last(String service, String environment) throws EvidenceUnavailable {
        return new LedgerDeployments(ledger)
                .lastDeployed(ORDERS, service, environment)
                .orElse(null);
    }

    @Test
    void isTheLastDeployOfTheService() throws Exception {
        deployed("acme/orders", "orders", "production", 'a');
        deployed("acme/orders", "orders", "production", 'b');
        deployed("acme/orders", "orders", "staging", 'c');
        deployed("acme/orders", "reports", "production", 'd');
        assertThat(last("orders", "production")).isEqualTo(commit('b'));
    }

    @Test
    void aServiceUnderANewNameGoesOnWhereItsRepositoryStands() throws Exception {
        deployed("Acme/Orders", "orders", "production", 'a');
        deployed("acme/orders", "reports", "production", 'b');
        deployed("acme/orders", "orders", "staging", 'c');
        deployed("acme/orders", "orders", "pre in production", 'd');
        deployed("acme/other", "other", "production", 'e');
        assertThat(last("orders2", "production")).isEqualTo(commit('b'));
    }

    /** Its databases need not hold what another service's do. */
    @Test
    void forMigrationsOnlyWhatTheServiceItselfDeployedCounts() throws Exception {
        LedgerDeployments deployments = new LedgerDeployments(ledger);
        deployed("acme/orders", "reports", "production", 'b');
        assertThat(deployments.lastDeployedItself("orders", "production")).isEmpty();

        deployed("acme/orders", "orders", "staging", 'c');
        assertThat(deployments.lastDeployedItself("orders", "production")).isEmpty();

        deployed("acme/orders", "orders", "production", 'a');
        assertThat(deployments.lastDeployedItself("orders", "production")).contains(commit('a'));
    }

    @Test
    void namesTheServicesOfARepository() {
        deployed("acme/orders", "reports", "production", 'b');
        deployed("Acme/Orders", "orders", "production", 'a');
        deployed("acme/orders", "staged", "staging", 'c');
        deployed("acme/other", "other", "production", 'e');

        assertThat(new LedgerDeployments(ledger).services(ORDERS, "production")).containsExactly("orders", "reports");
    }

    @Test
    void isNothingBeforeTheFirstDeployOfTheRepository() throws Exception {
        deployed("acme/other", "other", "production", 'e');
        deployed("acme/orders", "orders", "staging", 'c');
        assertThat(last("orders", "production")).isNull();
    }

    @Test
    void blocksOnAnEntryThatNamesNoCommit() {
        ledger.append(
                new Draft("deploy.succeeded", "orders in production", "deploy", Map.of("repository", "acme/orders")));
        assertThatExceptionOfType(EvidenceUnavailable.class).isThrownBy(() -> last("orders", "production"));
    }
}
