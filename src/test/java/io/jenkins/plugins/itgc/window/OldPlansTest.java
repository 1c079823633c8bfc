package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overrides and planned dates of an old ledger count still. */
class OldPlansTest {
    @TempDir
    Path folder;

    @Test
    void letTheCommitThroughThatSomebodyLetThrough() throws Exception {
        try (SqliteLedger ledger = OldLedger.open(folder)) {
            Entry overridden =
                    ledger.entries(Set.of("window.overridden"), 300, 10).get(0);
            String commit = overridden.subject().replaceAll(".*@([0-9a-f]{40}).*", "$1");
            Change change = Change.ofProduction(
                    RepositoryId.parse("acme/orders"),
                    new CommitId(commit),
                    new TreeId(commit),
                    List.of(),
                    "production");
            assertThat(new LedgerOverrides(ledger).of(change, "orders")).hasValueSatisfying(override -> {
                assertThat(override.person()).isEqualTo("mia");
                assertThat(override.reason()).isEqualTo("Legal deadline today");
                assertThat(override.evidenceId()).isEqualTo(overridden.evidenceId());
            });
            assertThat(new LedgerOverrides(ledger).of(change, "billing")).isEmpty();
        }
    }

    @Test
    void keepTheDateThatCountsAndNotTheOneThatWasTakenBack() throws Exception {
        try (SqliteLedger ledger = OldLedger.open(folder)) {
            ReleasePlans plans = new ReleasePlans(ledger);
            assertThat(plans.of("acme/orders", 15, "production")).isEmpty();
            assertThat(plans.of("Acme/Orders", 14, "production")).hasValueSatisfying(plan -> {
                assertThat(plan.at()).isEqualTo("2030-01-05T01:00:00Z");
                assertThat(plan.person()).isEqualTo("mia");
            });
        }
    }
}
