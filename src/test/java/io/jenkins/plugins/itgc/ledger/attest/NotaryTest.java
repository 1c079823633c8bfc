package io.jenkins.plugins.itgc.ledger.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints find what the chain alone cannot: newest entries taken away, and a chain that was written anew. */
class NotaryTest {
    private static final TurnedClock CLOCK = new TurnedClock();

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate();
    private SqliteLedger ledger;
    private Path checkpoints;
    private Notary notary;

    @BeforeEach
    void open() {
        checkpoints = folder.resolve("checkpoints.jsonl");
        ledger = ledger("ledger.db");
        notary = notary(ledger, key);
    }

    private SqliteLedger ledger(String name) {
        return SqliteLedger.open(folder.resolve(name), CLOCK);
    }

    private Notary notary(SqliteLedger of, SigningKey signing) {
        Notary.Keys keys = new Notary.Keys(signing, List.of(signing.publicPart()));
        return new Notary("main", of, new CheckpointFile(checkpoints), keys, CLOCK);
    }

    private static void append(SqliteLedger to, int first, int last) {
        for (int n = first; n <= last; n++) {
            to.append(new Draft("review.decided", "acme/orders@" + n, "jenkins", Map.of("n", n)));
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void fault(long sequence, String... words) {
        Verification verification = notary.verify();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstFault().orElseThrow().sequence()).isEqualTo(sequence);
        assertThat(verification.firstFault().orElseThrow().what()).contains(words);
    }

    @Test
    void vouchesForTheNewestEntryOnceAndForMoreWhenThereIsMore() throws Exception {
        assertThat(notary.seal()).isEmpty();
        append(ledger, 1, 3);
        assertThat(notary.seal().orElseThrow().sequence()).isEqualTo(3);
        assertThat(notary.seal()).isEmpty();
        append(ledger, 4, 5);
        Checkpoint second = notary.seal().orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hash()).isEqualTo(ledger.last().orElseThrow().hash());
        append(ledger, 6, 6);
        assertThat(notary.verify().intact()).isTrue();
        assertThat(notary.verify().entries()).isEqualTo(6);
        assertThat(notary.verify().signed()).isEqualTo(5);
    }

    @Test
    void findsThatTheNewestEntriesWereTakenAway() throws Exception {
        append(ledger, 1, 5);
        notary.seal();
        execute("DROP TRIGGER entry_is_never_removed", "DELETE FROM entry WHERE sequence > 3");
        assertThat(ledger.verify().intact()).isTrue();
        fault(4, "missing at the end", "up to 5");
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(notary::seal)
                .withMessageContaining("No checkpoint is made");
    }

    @Test
    void findsThatEverythingWasTakenAway() throws Exception {
        append(ledger, 1, 2);
        notary.seal();
        execute("DROP TRIGGER entry_is_never_removed", "DELETE FROM entry");
        fault(1, "missing at the end");
        assertThatExceptionOfType(LedgerFailure.class).isThrownBy(notary::seal);
    }

    @Test
    void findsAChainThatWasWrittenAnew() throws Exception {
        append(ledger, 1, 5);
        notary.seal();
        SqliteLedger forged = ledger("forged.db");
        append(forged, 1, 3);
        append(forged, 40, 44);
        assertThat(forged.verify().intact()).isTrue();
        notary = notary(forged, key);
        fault(5, "Entry 5", "replaced");
        assertThatExceptionOfType(LedgerFailure.class).isThrownBy(notary::seal).withMessageContaining("Entry 5");
    }

    @Test
    void doesNotVouchForWhatDoesNotFollow() throws Exception {
        append(ledger, 1, 3);
        notary.seal();
        append(ledger, 4, 6);
        execute("DROP TRIGGER entry_is_never_changed", "UPDATE entry SET actor = 'mallory' WHERE sequence = 5");
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(notary::seal)
                .withMessageContaining("Entry 5 was changed");
        assertThat(notary.lines()).hasSize(1);
    }

    @Test
    void findsAnyCheckpointThatWasChangedRemovedMovedOrForged() throws Exception {
        for (int n = 1; n <= 3; n++) {
            append(ledger, n, n);
            notary.seal();
        }
        List<String> lines = notary.lines();
        for (List<String> wrong : List.of(
                List.of(lines.get(1), lines.get(2)),
                List.of(lines.get(0), lines.get(2)),
                List.of(lines.get(0), lines.get(2), lines.get(1)),
                List.of(lines.get(0), lines.get(0), lines.get(1), lines.get(2)),
                List.of(lines.get(0), lines.get(1).replace("\"sig\":\"", "\"sig\":\"A")))) {
            write(wrong);
            fault(4, "checkpoints.jsonl", "Checkpoint");
        }
        SigningKey other = SigningKey.generate();
        Files.delete(checkpoints);
        notary(ledger, other).seal();
        fault(4, "signed by a key that is not known");
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(checkpoints, String.join("\n", lines) + "\n");
    }

    @Test
    void doesNotMindALineThatACrashCutOff() throws Exception {
        append(ledger, 1, 2);
        notary.seal();
        Files.writeString(checkpoints, "{\"payload\":\"half", StandardOpenOption.APPEND);
        assertThat(notary.verify().intact()).isTrue();
        append(ledger, 3, 3);
        assertThat(notary.seal().orElseThrow().number()).isEqualTo(2);
        assertThat(notary.verify().signed()).isEqualTo(3);
    }

    @Test
    void aCheckpointOfOneLedgerSaysNothingOfAnother() throws Exception {
        append(ledger, 1, 2);
        notary.seal();
        Notary.Keys keys = new Notary.Keys(key, List.of(key.publicPart()));
        notary = new Notary("other", ledger, new CheckpointFile(checkpoints), keys, CLOCK);
        fault(3, "belongs to the ledger \"main\"");
    }

    @Test
    void keepsTheWordOfAnEarlierKey() throws Exception {
        append(ledger, 1, 2);
        notary.seal();
        SigningKey next = SigningKey.generate();
        List<VerifyingKey> known = new ArrayList<>(List.of(key.publicPart(), next.publicPart()));
        notary = new Notary("main", ledger, new CheckpointFile(checkpoints), new Notary.Keys(next, known), CLOCK);
        append(ledger, 3, 3);
        notary.seal();
        assertThat(notary.verify().signed()).isEqualTo(3);
        Collections.reverse(known);
        assertThat(notary.verify().intact()).isTrue();
    }
}
