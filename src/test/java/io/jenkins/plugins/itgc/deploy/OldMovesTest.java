package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a build of an old ledger went can be told still. */
class OldMovesTest {
    @TempDir
    Path folder;

    @Test
    void findABuildUnderItsNewName() throws Exception {
        try (SqliteLedger ledger = OldLedger.open(folder)) {
            DeployNews moved = new DeployRegister(ledger)
                    .newsSince(Instant.EPOCH).stream()
                            .filter(news -> news.build().equals("billing#1"))
                            .findFirst()
                            .orElseThrow();
            assertThat(new MovedBuilds(ledger).now(moved)).isEqualTo("money/billing#1");
        }
    }
}
