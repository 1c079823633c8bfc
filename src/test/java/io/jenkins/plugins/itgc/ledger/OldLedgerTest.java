package io.jenkins.plugins.itgc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of an earlier version is read as it was written, and goes on. */
class OldLedgerTest {
    @TempDir
    Path folder;

    private SqliteLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = OldLedger.open(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void holdsEveryKindOfEntryThatWasEverWritten() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        OldLedger.entries(ledger).forEach(entry -> kinds.merge(entry.kind(), 1, Integer::sum));
        OldLedger.requireRecorded("kinds", kinds);
    }

    @Test
    void isWholeAndGoesOn() {
        ledger.append(new Draft("hold.placed", "production", "user mia", Map.of("environment", "production")));
        Verification verification = ledger.verify();
        assertThat(verification.firstFault()).isEmpty();
        assertThat(verification.entries()).isEqualTo(499);
    }
}
