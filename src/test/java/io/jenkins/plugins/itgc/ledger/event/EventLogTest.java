package io.jenkins.plugins.itgc.ledger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are read as they were written; what cannot be read stops whoever needs it and nobody else. */
class EventLogTest {
    private static final Subject.OfHold PRODUCTION = new Subject.OfHold(null, "production");
    private static final HoldEvent.Placed HOLD = new HoldEvent.Placed(
            PRODUCTION,
            new HoldEvent.Hold("production", null, "mia", "Sale", Instant.parse("2026-08-01T08:00:00.123456789Z")));

    @TempDir
    Path folder;

    private Ledger ledger;
    private EventLog log;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), new TurnedClock());
        log = new EventLog(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Entry raw(String kind, String subject, Map<String, ?> body) {
        return ledger.append(new Draft(kind, subject, "user mia", body));
    }

    @Test
    void readsWhatItWrote() {
        log.append(HOLD, Actor.user("mia"));
        assertThat(log.newest(Kind.HOLD_PLACED, PRODUCTION))
                .map(Recorded::event)
                .contains(HOLD);
        assertThat(log.after(HoldEvent.class, 0, 10))
                .extracting(Recorded::event)
                .containsExactly(HOLD);
        assertThat(log.about(HoldEvent.class, PRODUCTION)).hasSize(1);
        assertThat(log.about(HoldEvent.class, new Subject.OfHold(null, "prod"))).isEmpty();
    }

    @Test
    void everyKindHasAnEventWithItsSubject() {
        assertThat(Kind.all()).hasSize(38);
        assertThat(Kind.all()).allSatisfy(kind -> {
            assertThat(Kind.named(kind.name())).contains(kind);
            assertThat(kind.event().getRecordComponents()[0].getType()).isEqualTo(kind.subject());
            assertThat(kind.event().getRecordComponents()[1].getType())
                    .isAssignableFrom(kind.body().getRawClass());
        });
    }

    @Test
    void anEntryOfALaterVersionIsLeftOutByViewsAndStopsWhoNeedsIt() {
        Entry later = raw("hold.placed", "production", Map.of("form", 2, "environment", "production"));
        assertThat(EventLog.read(later)).isInstanceOf(Event.Unreadable.class);
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> log.after(HoldEvent.class, 0, 10))
                .withMessageContaining("Entry 1");
        assertThat(EventLog.read(raw("canary.decided", "x", Map.of()))).isInstanceOf(Event.Unreadable.class);
    }

    @Test
    void aFormThatIsNoneIsUnreadableAndNotTakenForTheFirst() {
        for (Object form : List.of("2", "", 0, -1, 1.5, true, Map.of(), List.of(1))) {
            Entry odd = raw("review.decided", "acme/orders#12", Map.of("form", form, "decision", "pass"));
            assertThat(EventLog.read(odd)).as(String.valueOf(form)).isInstanceOf(Event.Unreadable.class);
        }
    }

    @Test
    void aSubjectOfAnotherFormIsUnreadable() {
        assertThat(EventLog.read(raw("approval.given", "production", Map.of("request", "1"))))
                .isInstanceOf(Event.Unreadable.class);
        assertThat(EventLog.read(raw("approval.given", "acme/orders@c in production", Map.of("request", "1"))))
                .isInstanceOf(ApprovalEvent.Given.class);
    }

    /** Views leave it out, and whoever needs it fails: nobody comes upon a name that is not there. */
    @Test
    void aBodyWhoseNamesNameNothingIsUnreadable() {
        Map<String, Object> gone = new HashMap<>();
        gone.put("sha", null);
        for (Map<String, ?> nameless : List.of(gone, Map.<String, Object>of())) {
            for (String part : List.of("commit", "tree")) {
                assertThat(EventLog.read(raw(
                                "window.decided",
                                "acme/orders#12",
                                Map.of("decision", "pass", "change", Map.of(part, nameless)))))
                        .isInstanceOf(Event.Unreadable.class);
            }
        }
        for (Map<String, ?> odd : List.of(
                Map.of("gates", List.of(Map.of("evidence", "1:x"))),
                Map.of("gates", Arrays.asList((Object) null)),
                Map.of("environment", ""))) {
            assertThat(EventLog.read(raw("deploy.requested", "orders in production", odd)))
                    .isInstanceOf(Event.Unreadable.class);
        }
    }

    @Test
    void whatAPassRestsOnIsNamedByKeysWhereverItWasNamedBySentences() {
        Entry old = raw(
                "review.decided",
                "acme/orders#12",
                Map.of("decision", "pass", "grounds", Map.of("the reviews of acme/orders#12", "a", "the commit", "b")));
        RulingEvent.Review review = (RulingEvent.Review) EventLog.read(old);
        assertThat(review.body().grounds().keySet())
                .isEqualTo(Set.of(
                        new Ground(Ground.Part.REVIEWS, "acme/orders#12").key(),
                        Ground.the(Ground.Part.COMMIT).key()));
    }

    @Test
    void nothingIsAppendedForWhatCouldNotBeRead() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> log.append(new Event.Unreadable("x", "y"), Actor.jenkins()));
    }
}
