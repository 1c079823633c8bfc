package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.SealedDraft;
import io.jenkins.plugins.itgc.ledger.Verification;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever somebody with write access to the file does to the entries is found and named. Only taking away the newest
 * ones leaves a chain that is whole in itself: against that there are checkpoints outside.
 */
class TamperingTest {
    private static final int ENTRIES = 5;

    @TempDir
    Path folder;

    private LedgerFile file;
    private SqliteLedger ledger;

    @BeforeEach
    void fill() {
        file = new LedgerFile(folder.resolve("ledger.sqlite"));
        ledger = file.filled(ENTRIES);
    }

    private void finds(long sequence, String what) {
        Verification verification = ledger.verify();
        assertThat(verification.intact()).isFalse();
        assertThat(verification.firstFault()).contains(new Verification.Fault(sequence, what));
        assertThat(verification.entries()).isEqualTo(sequence - 1);
    }

    @Test
    void findsNothingInAChainThatIsWhole() {
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(ledger.verify().entries()).isEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "kind", "subject", "actor", "body", "body_hash", "hash"})
    void findsEveryChangedByteOfAColumn(String column) throws SQLException {
        file.dropTriggers();
        String was = file.text(3, column);
        for (int i = 0; i < was.length(); i++) {
            char changed = (char) (was.charAt(i) ^ 1);
            file.set(3, column, was.substring(0, i) + changed + was.substring(i + 1));
            finds(3, "Entry 3 was changed after it was written.");
        }
        file.set(3, column, was);
        assertThat(ledger.verify().intact()).isTrue();
    }

    @Test
    void findsAChangedLink() throws SQLException {
        file.dropTriggers();
        file.set(3, "previous", file.text(1, "hash"));
        finds(3, "Entry 3 does not follow the entry before it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01T12:00:00.000Z", "2026-10-01T14:00:00+02:00", "", "noon"})
    void findsATimeThatIsOnlyWrittenDifferently(String time) throws SQLException {
        file.dropTriggers();
        file.set(3, "at", time);
        finds(3, "Entry 3 was changed after it was written.");
    }

    @Test
    void findsAnEntryWhoseContentWasTakenOut() throws SQLException {
        file.dropTriggers();
        file.execute(
                "CREATE TABLE hollow AS SELECT * FROM entry",
                "UPDATE hollow SET body = NULL WHERE sequence = 4",
                "DROP TABLE entry",
                "ALTER TABLE hollow RENAME TO entry");
        finds(
                4,
                "Entry 4 was changed after it was written: its content was taken out, and no entry says that it was archived.");
    }

    @Test
    void findsARemovedEntry() throws SQLException {
        file.dropTriggers();
        file.execute("DELETE FROM entry WHERE sequence = 2");
        finds(2, "Entry 2 is missing; entry 3 follows.");
    }

    @Test
    void findsThatTheFirstEntryWasRemoved() throws SQLException {
        file.dropTriggers();
        file.execute("DELETE FROM entry WHERE sequence = 1");
        finds(1, "Entry 1 is missing; entry 2 follows.");
    }

    @Test
    void findsARemovedEntryAlsoWhenTheOthersCloseRanks() throws SQLException {
        file.dropTriggers();
        file.execute(
                "DELETE FROM entry WHERE sequence = 2",
                "UPDATE entry SET sequence = 2 WHERE sequence = 3",
                "UPDATE entry SET sequence = 3 WHERE sequence = 4",
                "UPDATE entry SET sequence = 4 WHERE sequence = 5");
        finds(2, "Entry 2 does not follow the entry before it.");
    }

    @Test
    void findsEntriesThatChangedPlaces() throws SQLException {
        file.dropTriggers();
        file.execute(
                "UPDATE entry SET sequence = 99 WHERE sequence = 2",
                "UPDATE entry SET sequence = 2 WHERE sequence = 3",
                "UPDATE entry SET sequence = 3 WHERE sequence = 99");
        finds(2, "Entry 2 does not follow the entry before it.");
    }

    @Test
    void findsAnInsertedEntryByTheOneAfterItWhenItsOwnHashIsRight() throws SQLException {
        file.dropTriggers();
        file.execute(
                "UPDATE entry SET sequence = 6 WHERE sequence = 5",
                "UPDATE entry SET sequence = 5 WHERE sequence = 4",
                "UPDATE entry SET sequence = 4 WHERE sequence = 3");
        file.insert(List.of(HashChain.link(3, file.text(2, "hash"), LedgerFile.CLOCK.instant(), sealed(33))));
        finds(4, "Entry 4 does not follow the entry before it.");
    }

    @Test
    void findsAForgedEntryByTheOneAfterItWhenItsOwnHashIsRight() throws SQLException {
        file.dropTriggers();
        file.execute("DELETE FROM entry WHERE sequence = 3");
        file.insert(List.of(HashChain.link(3, file.text(2, "hash"), LedgerFile.CLOCK.instant(), sealed(33))));
        finds(4, "Entry 4 does not follow the entry before it.");
    }

    @Test
    void namesTheFirstOfSeveralFaults() throws SQLException {
        file.dropTriggers();
        file.set(4, "at", "noon");
        file.set(2, "actor", "mallory");
        finds(2, "Entry 2 was changed after it was written.");
    }

    @Test
    void namesAFaultBehindTheFirstThousandEntries() throws SQLException {
        List<Entry> all = new ArrayList<>(ledger.entries(0, ENTRIES));
        for (int n = ENTRIES + 1; n <= 1_002; n++) {
            Entry last = all.get(all.size() - 1);
            all.add(HashChain.link(n, last.hash(), LedgerFile.CLOCK.instant(), sealed(n)));
        }
        file.insert(all.subList(ENTRIES, all.size()));
        assertThat(ledger.verify().intact()).isTrue();
        file.dropTriggers();
        file.set(1_001, "actor", "mallory");
        finds(1_001, "Entry 1001 was changed after it was written.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET actor = 'mallory' WHERE sequence = 3",
                "UPDATE entry SET actor = actor",
                "DELETE FROM entry WHERE sequence = 5",
                "DELETE FROM entry",
                "UPDATE OR REPLACE entry SET sequence = 2 WHERE sequence = 3"
            })
    void refusesMistakesOfOurOwn(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> file.execute(statement))
                .withMessageContaining("ledger entries are never");
        assertThat(ledger.verify().intact()).isTrue();
    }

    private static SealedDraft sealed(int n) {
        return SealedDraft.of(LedgerFile.draft(n));
    }
}
