package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From where a review begins is told by an old ledger as before: the rollback counts, what failed later does not. */
class OldDeploymentsTest {
    private static final RepositoryId ORDERS = RepositoryId.parse("acme/orders");

    @TempDir
    Path folder;

    @Test
    void tellWhatWentOutLast() throws Exception {
        try (SqliteLedger ledger = OldLedger.open(folder)) {
            LedgerDeployments deployments = new LedgerDeployments(ledger);
            CommitId rolledBackTo = new CommitId("81ec5dba5400ce74d7698fbf5fcca537630336f0");
            assertThat(deployments.lastDeployed(ORDERS, "orders", "production")).contains(rolledBackTo);
            assertThat(deployments.lastDeployed(ORDERS, "orders-api", "production"))
                    .contains(rolledBackTo);
            assertThat(deployments.lastDeployed(ORDERS, "orders", "staging")).isEmpty();
        }
    }
}
