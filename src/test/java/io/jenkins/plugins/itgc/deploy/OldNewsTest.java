package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systems were told according to an old ledger is not told them again. */
class OldNewsTest {
    @TempDir
    Path folder;

    @Test
    void areKnownToBeTold() throws Exception {
        try (SqliteLedger ledger = OldLedger.open(folder)) {
            var told = new Notifications(ledger).sent();
            var deploys = new DeployRegister(ledger).newsSince(Instant.parse("2026-12-01T00:00:00Z"));
            assertThat(deploys).hasSize(9);
            assertThat(deploys)
                    .allSatisfy(news -> assertThat(told).contains(Notifications.key("slack", news)))
                    .filteredOn(news -> told.contains(Notifications.key("github-deployment", news)))
                    .hasSize(7);
        }
    }
}
