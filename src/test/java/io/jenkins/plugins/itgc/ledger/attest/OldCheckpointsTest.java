package io.jenkins.plugins.itgc.ledger.attest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version signed still holds, and a new checkpoint follows it. */
class OldCheckpointsTest {
    @TempDir
    Path folder;

    private Notary notary(Ledger ledger) throws IOException {
        SigningKey signing = SigningKey.generate();
        List<VerifyingKey> known =
                new ArrayList<>(VerifyingKey.all(Files.readString(folder.resolve("ledger-keys.pem"))));
        known.add(signing.publicPart());
        return new Notary(
                "main",
                ledger,
                new CheckpointFile(folder.resolve("checkpoints.jsonl")),
                new Notary.Keys(signing, known),
                OldLedger.CLOCK);
    }

    @Test
    void verifyAsBefore() throws IOException {
        try (Ledger ledger = OldLedger.open(folder)) {
            Verification verification = notary(ledger).verify();
            OldLedger.requireRecorded(
                    "verification",
                    Map.of(
                            "intact", verification.intact(),
                            "entries", verification.entries(),
                            "signed", verification.signed(),
                            "remarks", verification.remarks()));
        }
    }

    @Test
    void areFollowedByANewOne() throws Exception {
        try (Ledger ledger = OldLedger.open(folder)) {
            Notary notary = notary(ledger);
            assertThat(notary.seal()).isPresent();
            Verification verification = notary.verify();
            assertThat(verification.firstFault()).isEmpty();
            assertThat(verification.signed()).isEqualTo(verification.entries()).isEqualTo(498);
        }
    }

    @Test
    void findAnEntryThatWasChanged() throws IOException, SQLException {
        OldLedger.copyTo(folder);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER entry_is_never_changed");
            statement.execute("UPDATE entry SET subject = subject || ' too' WHERE sequence = 400");
        }
        try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), OldLedger.CLOCK)) {
            assertThat(notary(ledger).verify().firstFault())
                    .hasValueSatisfying(fault -> assertThat(fault.sequence()).isEqualTo(400));
        }
    }
}
