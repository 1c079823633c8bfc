package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every ledger promises, whatever it is kept in: entries stay as they were appended, in one chain. */
public abstract class LedgerContract {
    /** Opens the ledger of this test, again if it was opened before. */
    protected abstract Ledger open();

    private Ledger filled(int entries) {
        Ledger ledger = open();
        for (int n = 1; n <= entries; n++) {
            ledger.append(LedgerFile.draft(n));
        }
        return ledger;
    }

    @Test
    void givesBackWhatWasAppended() {
        Ledger ledger = open();
        Entry first = ledger.append(new Draft("kind", "subject \u202e\ud83d\ude80", "mia", Map.of("b", 1, "a", "'\"")));
        Entry second = ledger.append(LedgerFile.draft(2));
        assertThat(ledger.entries(0, 10)).containsExactly(first, second);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(HashChain.GENESIS);
        assertThat(first.body()).isEqualTo("{\"a\":\"'\\\"\",\"b\":1}");
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.evidenceId()).isEqualTo("2:" + second.hash());
    }

    @Test
    void pagesThroughTheEntries() {
        Ledger ledger = filled(5);
        assertThat(ledger.entries(2, 2)).extracting(Entry::sequence).containsExactly(3L, 4L);
        assertThat(ledger.entries(5, 2)).isEmpty();
    }

    @Test
    void findsTheNewestEntryAboutASubject() {
        Ledger ledger = filled(3);
        Entry again = ledger.append(LedgerFile.draft(2));
        assertThat(ledger.newest("review.decided", "acme/orders@2")).contains(again);
        assertThat(ledger.newest("review.decided", "acme/orders@9")).isEmpty();
        assertThat(ledger.newest("other", "acme/orders@2")).isEmpty();
    }

    @Test
    void findsWhatWasFiledUnderSubjectsThatBeginSo() {
        Ledger ledger = open();
        Entry asked = ledger.append(new Draft("approval.requested", "acme/orders@1 in production", "a", Map.of()));
        ledger.append(new Draft("review.decided", "acme/orders@1", "b", Map.of()));
        ledger.append(new Draft("approval.given", "acme/orders@2 in production", "c", Map.of()));
        Entry given = ledger.append(new Draft("approval.given", "acme/orders@1 in production", "d", Map.of()));
        List<String> both = List.of("approval.requested", "approval.given");
        assertThat(ledger.filed(both, "acme/orders@1")).containsExactly(asked, given);
        assertThat(ledger.filed(List.of("approval.given"), "acme/orders@1 in production"))
                .containsExactly(given);
        assertThat(ledger.filed(both, "Acme/ORDERS@1")).containsExactly(asked, given);
        assertThat(ledger.filed(both, "acme/orders@%")).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ledger.filed(both, ""));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ledger.filed(List.of(), "a"));
    }

    @Test
    void givesEntriesOfSomeKindsInOrder() {
        Ledger ledger = filled(2);
        Entry hold = ledger.append(new Draft("hold.placed", "production", "mia", Map.of()));
        Entry release = ledger.append(new Draft("hold.released", "production", "mia", Map.of()));
        assertThat(ledger.entries(Set.of("hold.placed", "hold.released"), 0, 10))
                .containsExactly(hold, release);
        assertThat(ledger.entries(Set.of("hold.placed", "hold.released"), 3, 10))
                .containsExactly(release);
        assertThat(ledger.entries(Set.of("hold.placed", "review.decided"), 0, 1))
                .extracting(Entry::sequence)
                .containsExactly(1L);
        assertThat(ledger.entry(3)).contains(hold);
        assertThat(ledger.entry(9)).isEmpty();
    }

    @Test
    void continuesTheChainAfterItWasClosed() {
        filled(2).close();
        Ledger again = open();
        again.append(LedgerFile.draft(3));
        assertThat(again.verify()).isEqualTo(new Verification(3, java.util.Optional.empty()));
    }

    @Test
    void anEmptyLedgerIsWhole() {
        assertThat(open().verify()).isEqualTo(new Verification(0, java.util.Optional.empty()));
    }

    @Test
    void keepsOneChainWhenManyThreadsAppendThroughTwoLedgers() throws Exception {
        List<Ledger> ledgers = List.of(open(), open());
        List<Callable<Entry>> appends = new ArrayList<>();
        for (int n = 0; n < 120; n++) {
            Ledger ledger = ledgers.get(n % 2);
            Draft draft = LedgerFile.draft(n);
            appends.add(() -> ledger.append(draft));
        }
        List<Long> acknowledged =
                inParallel(appends).stream().map(Entry::sequence).sorted().toList();
        assertThat(acknowledged)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 120).boxed().toList());
        assertThat(ledgers.get(0).verify().intact()).isTrue();
        assertThat(ledgers.get(1).verify().entries()).isEqualTo(120);
    }

    @Test
    void isMadeOnceWhenSeveralOpenItAtOnce() throws Exception {
        List<Callable<Entry>> opening = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            opening.add(() -> open().append(LedgerFile.draft(1)));
        }
        assertThat(inParallel(opening)).hasSize(4);
        assertThat(open().verify().entries()).isEqualTo(4);
    }

    @Test
    void refusesWhatCannotBeWrittenAndAppendsNothing() {
        Ledger ledger = open();
        Map<String, Object> endless = new java.util.HashMap<>();
        endless.put("self", List.of(endless));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ledger.append(new Draft("kind", "subject", "actor", endless)));
        assertThat(ledger.entries(0, 1)).isEmpty();
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keepsTextsOfAllKinds() {
        Ledger ledger = open();
        for (String text :
                List.of("\u202e\ud83d\ude80", "'; DROP TABLE entry; --", "\ud83d", "\uffff", "a\tb\r\nc", "\\x00")) {
            ledger.append(new Draft("kind", "subject " + text, "actor " + text, Map.of("text", text, "nul", "\u0000")));
        }
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(ledger.verify().entries()).isEqualTo(6);
    }

    @Test
    void knowsTheNewestEntryOfAll() {
        assertThat(open().last()).isEmpty();
        Ledger ledger = filled(3);
        assertThat(ledger.last().map(Entry::sequence)).contains(3L);
        assertThat(ledger.last()).isEqualTo(ledger.entry(3));
    }

    @Test
    void findsThatItLacksWhatACheckpointVouchesFor() {
        Ledger ledger = filled(3);
        String hash = ledger.entry(2).orElseThrow().hash();
        Verification fine = ledger.verify(new java.util.TreeMap<>(Map.of(2L, hash)));
        assertThat(fine.intact()).isTrue();
        assertThat(fine.signed()).isEqualTo(2);
        assertThat(ledger.verify(new java.util.TreeMap<>(Map.of(2L, "0".repeat(64))))
                        .firstFault())
                .map(Verification.Fault::sequence)
                .contains(2L);
        assertThat(ledger.verify(new java.util.TreeMap<>(Map.of(9L, hash))).firstFault())
                .map(Verification.Fault::sequence)
                .contains(4L);
    }

    @Test
    void takesOutABodyAndKeepsItsHash() {
        Ledger ledger = filled(2);
        String hash = ledger.entry(1).orElseThrow().hash();
        ledger.takeOutBodies(List.of(1L));
        assertThat(ledger.entry(1).orElseThrow().archived()).isTrue();
        assertThat(ledger.entry(2).orElseThrow().archived()).isFalse();
        assertThat(ledger.verify().firstFault())
                .map(Verification.Fault::sequence)
                .contains(1L);
        ledger.append(
                new Draft("ledger.archived", "ledger", "mia", new LedgerEvent.Bodies(1, 1, 1, "1", "file", hash)));
        assertThat(ledger.verify().intact()).isTrue();
        assertThat(ledger.verify().entries()).isEqualTo(3);
    }

    @Test
    void saysWhereTheClockWasSetBackAndGoesByTheNumbers() {
        Ledger ledger = filled(2);
        LedgerFile.CLOCK.turn(java.time.Duration.ofHours(-3));
        try {
            ledger.append(LedgerFile.draft(3));
            Verification verification = ledger.verify();
            assertThat(verification.intact()).isTrue();
            assertThat(verification.entries()).isEqualTo(3);
            assertThat(verification.remarks()).singleElement().asString().startsWith("Entry 3 is dated before");
            assertThat(ledger.last().orElseThrow().sequence()).isEqualTo(3);
        } finally {
            LedgerFile.CLOCK.turn(java.time.Duration.ofHours(3));
        }
    }
}
