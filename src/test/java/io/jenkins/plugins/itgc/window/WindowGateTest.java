package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window gate as a build meets it: it reads calendars, plans and overrides, and says when to look again. */
class WindowGateTest {
    /** A Monday. */
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final Cause DEPLOY = new Cause("Deploy", "team", "https://calendar.example/1");
    private static final CalendarRule TEAM =
            new CalendarRule("team", ZoneId.of("UTC"), List.of("Deploy*"), List.of("*freeze*"));
    private static final Change CHANGE = change("b");

    private final TurnedClock clock = new TurnedClock(NOON);
    private final List<String> read = new ArrayList<>();
    private Changes.Found found = new Changes.Found(CHANGE, List.of(), List.of());
    private Calendars.Copy atHand;
    private Calendars.Copy there = copy(null);
    private WindowOverride override;
    private boolean plannedDates = true;

    private static Change change(String tree) {
        return Change.ofProduction(
                new RepositoryId("acme", "orders"),
                new CommitId("a".repeat(40)),
                new TreeId(tree.repeat(40)),
                List.of(12),
                "production");
    }

    private static Calendars.Copy copy(Message trouble) {
        Timeline open = new Timeline(
                List.of(new Period(new Span(NOON.minusSeconds(60), NOON.plus(Duration.ofHours(2))), List.of(DEPLOY))));
        return new Calendars.Copy(
                open, Timeline.EMPTY, List.of(), NOON.plus(WindowReader.AHEAD), NOON, Duration.ofSeconds(1), trouble);
    }

    private static PlannedRelease planned(Instant at) {
        return new PlannedRelease(12, "Faster", "https://github.example/12", at, "later");
    }

    private WindowPolicy policy() {
        return new WindowPolicy(
                "production",
                List.of(),
                List.of(),
                List.of(TEAM),
                Duration.ZERO,
                null,
                true,
                Duration.ofMinutes(60),
                Duration.ofSeconds(30),
                plannedDates);
    }

    private WindowReader reader() {
        Calendars calendars = new Calendars() {
            @Override
            public Copy atHand(CalendarRule calendar, Span span) {
                return atHand;
            }

            @Override
            public Copy read(CalendarRule calendar, Span span) {
                read.add(calendar.name() + " " + span.start() + " " + span.end());
                return there;
            }
        };
        Overrides overrides = (change, service) -> {
            read.add("override for " + service);
            return Optional.ofNullable(override);
        };
        return new WindowReader(
                policy(),
                new WindowReader.Sources(() -> found, calendars, overrides),
                new InParallel(Runnable::run),
                clock);
    }

    private WindowGate gate() {
        return new WindowGate(new WindowGate.Request(CHANGE, "orders", NOON.minusSeconds(60)), policy(), reader());
    }

    private Decision decided() throws InterruptedException {
        return gate().rule(clock).ruling().decision();
    }

    @Test
    void passesInAWindowAndRestsOnTheCommitAlone() throws Exception {
        Gate.Judgement<WindowEvidence> judged = gate().rule(clock);

        assertThat(judged.ruling().decision()).isInstanceOf(Decision.Pass.class);
        assertThat(judged.ruling().gate()).isEqualTo("window");
        assertThat(gate().subject()).isEqualTo(CHANGE);
        assertThat(gate().topics()).containsExactly(new Topic("calendar:production"));
        Grounds then = Grounds.of(gate().restsOn(judged.evidence()));
        there = copy(Message.text("It does not answer."));
        assertThat(Grounds.of(gate().restsOn(gate().gather())).changedSince(then))
                .as("what the calendar says is judged anew")
                .isEmpty();
        found = new Changes.Found(change("c"), List.of(), List.of());
        assertThat(Grounds.of(gate().restsOn(gate().gather())).changedSince(then))
                .containsExactly("commit");
    }

    @Test
    void readsEachCalendarForThreeMonthsAheadUnlessItIsAtHand() throws Exception {
        WindowEvidence evidence = gate().gather();

        assertThat(read).containsExactly("team 2026-11-23T12:00:00Z 2027-02-23T12:00:00Z", "override for orders");
        assertThat(evidence.calendars()).containsExactly(new CalendarFacts("team", NOON, Duration.ofSeconds(1), null));
        assertThat(evidence.askedAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(evidence.until()).isEqualTo(NOON.plus(Duration.ofDays(92)));

        read.clear();
        atHand = copy(Message.text("It was slow."));
        assertThat(gate().gather().calendars())
                .containsExactly(new CalendarFacts("team", NOON, Duration.ofSeconds(1), Message.text("It was slow.")));
        assertThat(read).containsExactly("override for orders");
    }

    @Test
    void passesOnAYoungCopyAndSaysSo() throws Exception {
        there = copy(Message.text("It does not answer."));

        Explanation explanation = gate().rule(clock).ruling().explanation();

        assertThat(explanation.children().get(0).summary()).contains("team", "It does not answer.");
        there = copy(null);
        assertThat(gate().rule(clock).ruling().explanation().children().get(0).summary())
                .doesNotContain("It does not answer.");
    }

    @Test
    void tellsWhatStandsInTheCalendarsOfNoChangeInParticular() throws Exception {
        found = null;
        override = new WindowOverride("mia", "Incident", NOON.plusSeconds(60), "1:aa");

        WindowEvidence standing = reader().standing();

        assertThat(standing.windows().periods()).isNotEmpty();
        assertThat(standing.change()).isNull();
        assertThat(standing.override()).isNull();
    }

    @Nested
    class LooksAgain {
        private Instant recheck() throws Exception {
            return gate().recheckAt(gate().gather(), clock.instant());
        }

        @Test
        void withinAMinute() throws Exception {
            assertThat(recheck()).isEqualTo(NOON.plusSeconds(45));
        }

        @Test
        void atThePlannedDateWhenThatIsSooner() throws Exception {
            found = new Changes.Found(CHANGE, List.of(planned(NOON.plusSeconds(20))), List.of());
            assertThat(recheck()).isEqualTo(NOON.plusSeconds(20));

            found = new Changes.Found(CHANGE, List.of(planned(NOON)), List.of());
            assertThat(recheck()).as("the date has come").isEqualTo(NOON.plusSeconds(45));
        }

        @Test
        void soonWhenACalendarWasNotToBeHadAndNotForADateThatMustBeMended() throws Exception {
            assertThat(gate().retryAt(gate().gather(), NOON)).isEqualTo(NOON.plusSeconds(45));

            found = new Changes.Found(CHANGE, List.of(), List.of(Message.text("No date.")));
            assertThat(decided())
                    .isInstanceOfSatisfying(Decision.Unknown.class, unknown -> assertThat(unknown.retryAt())
                            .isNull());
        }
    }

    @Nested
    class PlannedDates {
        @Test
        void areWaitedForWhereTheyCount() throws Exception {
            found = new Changes.Found(CHANGE, List.of(planned(NOON.plusSeconds(600))), List.of());
            assertThat(decided()).isInstanceOf(Decision.Wait.class);
            assertThat(gate().opening(gate().gather())).isEqualTo(NOON.plusSeconds(600));

            plannedDates = false;
            assertThat(decided()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void thatCannotBeReadBlockOnlyWhereTheyCount() throws Exception {
            found = new Changes.Found(CHANGE, List.of(), List.of(Message.text("No date.")));
            assertThat(decided()).isInstanceOf(Decision.Unknown.class);

            plannedDates = false;
            assertThat(decided()).isInstanceOf(Decision.Pass.class);
        }
    }

    @Nested
    class Overriding {
        @TempDir
        Path folder;

        private void overridden(Ledger ledger, String service, String reason, Instant until) {
            Subject.OfOverride subject = new Subject.OfOverride("acme/orders", "a".repeat(40), "production", service);
            WindowEvent.OverrideBody body = new WindowEvent.OverrideBody(
                    "production", service, "acme/orders", "a".repeat(40), "mia", reason, until, null);
            new EventLog(ledger).append(new WindowEvent.Overridden(subject, body), Actor.user("mia"));
        }

        @Test
        void letsPassWhileTheWindowIsClosedUntilItEnds() throws Exception {
            there = new Calendars.Copy(
                    Timeline.EMPTY, Timeline.EMPTY, List.of(), NOON.plus(WindowReader.AHEAD), NOON, null, null);
            assertThat(decided()).isInstanceOf(Decision.Wait.class);

            override = new WindowOverride("mia", "Incident 42", NOON.plusSeconds(1), "1:aa");
            assertThat(decided()).isInstanceOfSatisfying(Decision.Pass.class, pass -> assertThat(pass.reason())
                    .contains("mia", "Incident 42"));

            clock.turn(Duration.ofSeconds(1));
            assertThat(decided()).isInstanceOf(Decision.Wait.class);
        }

        @Test
        void isReadFromTheLedgerForItsServiceOrForAll() throws Exception {
            try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock)) {
                LedgerOverrides overrides = new LedgerOverrides(ledger);
                assertThat(overrides.of(CHANGE, "orders")).isEmpty();

                overridden(ledger, "orders", "Incident 42", NOON.plusSeconds(60));
                assertThat(overrides.of(CHANGE, "orders"))
                        .contains(new WindowOverride(
                                "mia",
                                "Incident 42",
                                NOON.plusSeconds(60),
                                ledger.entries(0, 10).get(0).evidenceId()));
                assertThat(overrides.of(CHANGE, "payments")).isEmpty();
                assertThat(overrides.of(CHANGE, null)).isEmpty();

                overridden(ledger, null, "Incident 43", NOON.plusSeconds(60));
                assertThat(overrides.of(CHANGE, null))
                        .hasValueSatisfying(all -> assertThat(all.reason()).isEqualTo("Incident 43"));
            }
        }

        @Test
        void countsWhileItLastsWhateverShorterOneCameAfterIt() throws Exception {
            try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock)) {
                overridden(ledger, null, "for a day", NOON.plusSeconds(86400));
                overridden(ledger, null, "for an hour", NOON.plusSeconds(3600));
                overridden(ledger, "orders", "for a minute", NOON.plusSeconds(60));

                assertThat(new LedgerOverrides(ledger).of(CHANGE, "orders"))
                        .hasValueSatisfying(
                                counting -> assertThat(counting.reason()).isEqualTo("for a day"));
            }
        }

        @Test
        void thatLacksAPartIsNotToBeHad() {
            try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock)) {
                overridden(ledger, null, "Incident 42", null);

                assertThatExceptionOfType(EvidenceUnavailable.class)
                        .isThrownBy(() -> new LedgerOverrides(ledger).of(CHANGE, "orders"));
            }
        }
    }

    @Nested
    class Plans {
        @TempDir
        Path folder;

        private ReleasePlans.Plan plan(Instant at) {
            return new ReleasePlans.Plan("acme/orders", 12, "production", at, at == null ? null : "tomorrow", "mia");
        }

        @Test
        void areReadFromTheLedgerTheNewestFirstUnlessItWasTakenBack() throws Exception {
            try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock)) {
                ReleasePlans plans = new ReleasePlans(ledger);
                plans.record(plan(NOON));
                plans.record(plan(NOON.plusSeconds(60)));

                assertThat(plans.of("acme/orders", 12, "production")).contains(plan(NOON.plusSeconds(60)));
                assertThat(plans.of("acme/orders", 13, "production")).isEmpty();
                assertThat(plans.of("acme/orders", 12, "staging")).isEmpty();
                plans.record(plan(null));
                assertThat(plans.of("acme/orders", 12, "production")).isEmpty();
            }
            assertThat(plan(NOON).title()).isEqualTo("acme/orders#12 to production");
        }
    }

    @Nested
    class InTheLedger {
        private RulingBody<?, ?> kept(WindowEvidence evidence, WindowPolicy policy) {
            Finding finding = Finding.of("window.planned-unreadable", "Deploy-Date", null, "No.");
            Ruling ruling = new Ruling(
                    "window",
                    CHANGE,
                    new Decision.Refuse(List.of(finding)),
                    Explanation.refuse(Message.text("rule"), finding));
            return WindowWire.event(new Gate.Judgement<>(ruling, evidence), policy, "orders", Map.of("x", "1:aa"))
                    .body();
        }

        private static void same(Object kept, String expected) throws Exception {
            assertThat(CanonicalJson.of(kept)).isEqualTo(CanonicalJson.of(new JsonMapper().readTree(expected)));
        }

        @Test
        void standsEverythingItWasJudgedOn() throws Exception {
            found = new Changes.Found(CHANGE, List.of(planned(NOON)), List.of(Message.text("No date.")));
            there = new Calendars.Copy(
                    there.windows(),
                    new Timeline(List.of(new Period(
                            new Span(NOON.plusSeconds(1), NOON.plusSeconds(2)),
                            List.of(new Cause("Code freeze", "team", null))))),
                    List.of(),
                    there.until(),
                    NOON,
                    Duration.ofSeconds(1),
                    Message.text("It does not answer."));
            override = new WindowOverride("mia", "Incident 42", NOON.plusSeconds(60), "1:aa");

            RulingBody<?, ?> body = kept(gate().gather(), policy());

            same(body.evidence(), """
                    {"askedAt": "2026-11-23T11:59:00Z",
                     "calendars": [
                       {"name": "team", "readAt": "2026-11-23T12:00:00Z", "skew": "PT1S",
                        "trouble": "It does not answer."}],
                     "change": {
                       "commit": {"sha": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}, "environment": "production",
                       "pullRequests": [12], "repository": {"name": "orders", "owner": "acme"},
                       "tree": {"sha": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}},
                     "freezes": {"periods": [
                       {"causes": [{"link": null, "source": "team", "title": "Code freeze"}],
                        "span": {"end": "2026-11-23T12:00:02Z", "start": "2026-11-23T12:00:01Z"}}]},
                     "now": "2026-11-23T12:00:00Z",
                     "override": {"evidenceId": "1:aa", "person": "mia", "reason": "Incident 42",
                       "until": "2026-11-23T12:01:00Z"},
                     "planned": [
                       {"at": "2026-11-23T12:00:00Z", "link": "https://github.example/12", "pullRequest": 12,
                        "text": "later", "title": "Faster"}],
                     "unreadable": ["No date."],
                     "until": "2027-02-23T12:00:00Z",
                     "windows": {"periods": [
                       {"causes": [{"link": "https://calendar.example/1", "source": "team", "title": "Deploy"}],
                        "span": {"end": "2026-11-23T14:00:00Z", "start": "2026-11-23T11:59:00Z"}}]}}""");
            assertThat(body.service()).isEqualTo("orders");
            assertThat(body.grounds()).isEqualTo(Map.of("x", "1:aa"));
            assertThat(kept(null, policy()).evidence()).isNull();
        }

        @Test
        void standsThePolicyItWasJudgedBy() throws Exception {
            WindowPolicy policy = new WindowPolicy(
                    "production",
                    List.of(TimeRule.parse("MON-TUE 10:00-17:00 UTC"), TimeRule.parse("FRI 10:00+120m Asia/Tokyo")),
                    List.of(TimeRule.parse("12-24T12:00 to 01-02 UTC New Year")),
                    List.of(TEAM),
                    Duration.ofMinutes(5),
                    Duration.ofDays(1),
                    true,
                    Duration.ofMinutes(60),
                    Duration.ofSeconds(30),
                    true);

            same(kept(null, policy).policy(), """
                    {"calendars": [
                       {"freezes": ["*freeze*"], "name": "team", "windows": ["Deploy*"], "zone": "UTC"}],
                     "environment": "production",
                     "freezes": [
                       {"end": null, "first": "--12-24", "last": "--01-02", "start": "12:00:00", "title": "New Year",
                        "year": null, "years": 1, "zone": "UTC"}],
                     "maxAge": "PT1H", "maxSkew": "PT30S", "minRemaining": "PT5M", "plannedDates": true,
                     "waitAtMost": "PT24H", "waits": true,
                     "windows": [
                       {"days": ["MONDAY", "TUESDAY"], "fixedLength": false, "minutes": 420, "start": "10:00:00",
                        "text": "MON-TUE 10:00-17:00 UTC", "zone": "UTC"},
                       {"days": ["FRIDAY"], "fixedLength": true, "minutes": 120, "start": "10:00:00",
                        "text": "FRI 10:00+120m Asia/Tokyo", "zone": "Asia/Tokyo"}]}""");
        }
    }
}
