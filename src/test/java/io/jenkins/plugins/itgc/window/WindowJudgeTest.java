package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is this a moment to deploy. */
class WindowJudgeTest {
    private static final CalendarRule TEAM =
            new CalendarRule("team", ZoneId.of("UTC"), List.of("Deploy*"), List.of("*freeze*"));
    private static final Change CHANGE = Change.ofProduction(
            new RepositoryId("acme", "orders"),
            new CommitId("a".repeat(40)),
            new TreeId("b".repeat(40)),
            List.of(12),
            "production");

    private List<TimeRule> windows = rules("MON-THU 10:00-17:00 UTC");
    private List<TimeRule> freezes = List.of();
    private List<CalendarFacts> calendars = List.of();
    private List<PlannedRelease> planned = List.of();
    private List<Message> unreadable = List.of();
    private WindowOverride override;
    private Duration minRemaining = Duration.ZERO;
    private Duration waitAtMost;
    private boolean waits = true;

    private static List<TimeRule> rules(String... texts) {
        return Arrays.stream(texts).map(TimeRule::parse).toList();
    }

    private WindowPolicy policy() {
        return new WindowPolicy(
                "production",
                windows,
                freezes,
                calendars.isEmpty() ? List.of() : List.of(TEAM),
                minRemaining,
                waitAtMost,
                waits,
                Duration.ofMinutes(60),
                Duration.ofSeconds(30),
                true);
    }

    private WindowEvidence evidence(String now) {
        Instant instant = Instant.parse(now);
        Timetable timetable = Timetable.of(policy(), List.of(), new Span(instant, instant.plus(WindowReader.AHEAD)));
        return new WindowEvidence(
                CHANGE,
                instant,
                instant.minusSeconds(60),
                timetable.windows(),
                timetable.freezes(),
                timetable.until(),
                calendars,
                planned,
                unreadable,
                override);
    }

    private Explanation judged(String now) {
        return new WindowJudge(policy()).judge(evidence(now));
    }

    private Instant looksAgain(String now) {
        WindowGate gate = new WindowGate(new WindowGate.Request(CHANGE, "orders", Instant.parse(now)), policy(), null);
        return gate.recheckAt(evidence(now), Instant.parse(now));
    }

    @Test
    void opensAtItsFirstInstantAndClosesAtItsEnd() {
        assertThat(judged("2026-11-23T09:59:59.999Z").outcome()).isEqualTo(Outcome.WAIT);
        assertThat(judged("2026-11-23T10:00:00Z").outcome()).isEqualTo(Outcome.PASS);
        assertThat(judged("2026-11-23T16:59:59.999Z").outcome()).isEqualTo(Outcome.PASS);
        assertThat(judged("2026-11-23T17:00:00Z").outcome()).isEqualTo(Outcome.WAIT);
    }

    @Test
    void saysUntilWhenItIsOpenAndByWhichRule() {
        assertThat(judged("2026-11-23T10:00:00Z").summary())
                .isEqualTo("Open until 2026-11-23T17:00:00Z by \"MON-THU 10:00-17:00 UTC\" (weekly rule).");
    }

    @Test
    void saysWhenItOpensNext() {
        assertThat(judged("2026-11-20T12:00:00Z").summary())
                .isEqualTo("Closed: no window is open now. It opens next at 2026-11-23T10:00:00Z by"
                        + " \"MON-THU 10:00-17:00 UTC\" (weekly rule).");
    }

    @Test
    void freezeBeatsWindowAndIsNamed() {
        freezes = rules("2026-11-23 UTC Audit");
        Explanation closed = judged("2026-11-23T12:00:00Z");
        assertThat(closed.outcome()).isEqualTo(Outcome.WAIT);
        assertThat(closed.summary())
                .startsWith("Closed by the freeze \"Audit\" (dated rule) until 2026-11-24T00:00:00Z.")
                .contains("opens next at 2026-11-24T10:00:00Z");
    }

    @Test
    void overlappingFreezesAreOneAndTheLastEndCounts() {
        freezes = rules("2026-11-22 to 2026-11-23 UTC First", "2026-11-23 to 2026-11-25 UTC Second");
        assertThat(judged("2026-11-23T12:00:00Z").summary())
                .startsWith("Closed by the freeze \"Second\" (dated rule) until 2026-11-26T00:00:00Z.");
    }

    @Test
    void withoutWindowsItIsOpenButForFreezes() {
        windows = List.of();
        freezes = rules("FRI 15:00-24:00 UTC");
        assertThat(judged("2026-11-20T14:59:59Z").outcome()).isEqualTo(Outcome.PASS);
        assertThat(judged("2026-11-20T15:00:00Z").outcome()).isEqualTo(Outcome.WAIT);
        assertThat(judged("2026-11-21T00:00:00Z").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void withNothingConfiguredThereIsNoPolicy() {
        windows = List.of();
        assertThatThrownBy(this::policy)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to judge by");
    }

    @Test
    void enoughOfTheWindowMustBeLeft() {
        minRemaining = Duration.ofMinutes(30);
        assertThat(judged("2026-11-23T16:30:00Z").outcome()).isEqualTo(Outcome.PASS);
        Explanation late = judged("2026-11-23T16:30:01Z");
        assertThat(late.outcome()).isEqualTo(Outcome.WAIT);
        assertThat(late.summary())
                .contains("the window ends at 2026-11-23T17:00:00Z, sooner than 30m from now")
                .contains("opens next at 2026-11-24T10:00:00Z");
    }

    @Test
    void aWindowTooShortIsNoOpening() {
        windows = rules("MON 10:00-10:10 UTC", "TUE 10:00-12:00 UTC");
        minRemaining = Duration.ofMinutes(30);
        assertThat(judged("2026-11-23T09:00:00Z").summary()).contains("opens next at 2026-11-24T10:00:00Z");
    }

    @Test
    void refusesWhenItDoesNotWait() {
        waits = false;
        assertThat(judged("2026-11-20T12:00:00Z").outcome()).isEqualTo(Outcome.REFUSE);
    }

    @Test
    void refusesWhenTheOpeningIsTooLate() {
        waitAtMost = Duration.ofHours(8);
        assertThat(judged("2026-11-20T12:00:00Z").outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(judged("2026-11-23T09:00:00Z").outcome()).isEqualTo(Outcome.WAIT);
    }

    @Test
    void looksAgainAtTheOpeningAndWithinAMinute() {
        assertThat(looksAgain("2026-11-23T09:59:50Z")).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(looksAgain("2026-11-23T08:00:00Z")).isBefore(Instant.parse("2026-11-23T08:01:00Z"));
    }

    @Test
    void anOverrideLetsThisChangeThroughUntilItEnds() {
        override = new WindowOverride("mia", "The shop is down", Instant.parse("2026-11-20T13:00:00Z"), "7:abc");
        Explanation through = judged("2026-11-20T12:59:59Z");
        assertThat(through.outcome()).isEqualTo(Outcome.PASS);
        assertThat(through.summary())
                .contains("mia allows")
                .contains("The shop is down")
                .contains("7:abc");
        assertThat(judged("2026-11-20T13:00:00Z").outcome()).isEqualTo(Outcome.WAIT);
    }

    private static CalendarFacts facts(String readAt, Duration skew, String trouble) {
        return new CalendarFacts("team", Instant.parse(readAt), skew, trouble == null ? null : Message.text(trouble));
    }

    @Test
    void aLastGoodCopyCountsUpToItsAge() {
        calendars = List.of(facts("2026-11-23T09:30:00Z", null, "it answered 503."));
        Explanation open = judged("2026-11-23T10:30:00Z");
        assertThat(open.outcome()).isEqualTo(Outcome.PASS);
        assertThat(open.children().get(0).summary())
                .contains("as of 2026-11-23T09:30:00Z")
                .contains("503");
        Explanation old = judged("2026-11-23T10:30:01Z");
        assertThat(old.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(old.allFindings()).extracting(finding -> finding.code()).containsExactly("window.calendar-outage");
    }

    @Test
    void aClockThatIsWrongMakesEveryTimeUnknown() {
        calendars = List.of(facts("2026-11-23T10:30:00Z", Duration.ofSeconds(-31), null));
        Explanation skewed = judged("2026-11-23T10:30:00Z");
        assertThat(skewed.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(skewed.allFindings()).extracting(finding -> finding.code()).containsExactly("window.clock-skew");
        calendars = List.of(facts("2026-11-23T10:30:00Z", Duration.ofSeconds(30), null));
        assertThat(judged("2026-11-23T10:30:00Z").outcome()).isEqualTo(Outcome.PASS);
    }

    /** The clocks of controllers and calendar servers count nanoseconds. */
    @Test
    void saysTimesAndTheirDifferencesToTheSecond() {
        calendars = List.of(facts("2026-11-23T09:29:59.123456789Z", null, "it answered 503."));
        assertThat(judged("2026-11-23T10:29:58.987654321Z").children().get(0).summary())
                .contains("as of 2026-11-23T09:29:59Z");
        calendars = List.of(facts("2026-11-23T10:30:00.5Z", Duration.ofNanos(-90_123_456_789L), null));
        assertThat(judged("2026-11-23T10:30:00.5Z").allFindings())
                .extracting(finding -> finding.what())
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("by 1m30s");
    }

    @Test
    void waitsForTheLatestPlannedDate() {
        planned = List.of(plan(12, "2026-11-23T11:00:00Z"), plan(13, "2026-11-23T12:00:00Z"));
        Explanation early = judged("2026-11-23T11:30:00Z");
        assertThat(early.outcome()).isEqualTo(Outcome.WAIT);
        assertThat(early.summary()).contains("#13");
        assertThat(judged("2026-11-23T12:00:00Z").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesAPlannedDateThatIsTooFarAway() {
        planned = List.of(plan(12, "2026-11-23T13:00:00Z"));
        waitAtMost = Duration.ofHours(1);
        assertThat(judged("2026-11-23T12:00:59Z").outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(judged("2026-11-23T12:01:00Z").outcome())
                .as("asked an hour before")
                .isEqualTo(Outcome.WAIT);
        waitAtMost = null;
        assertThat(judged("2026-11-23T11:59:59Z").outcome()).isEqualTo(Outcome.WAIT);
        waits = false;
        assertThat(judged("2026-11-23T12:00:00Z").outcome()).isEqualTo(Outcome.REFUSE);
    }

    private static PlannedRelease plan(int number, String at) {
        return new PlannedRelease(number, "Faster", "https://github.example/" + number, Instant.parse(at), at);
    }

    @Test
    void anOverrideDoesNotBringAPlannedDateForward() {
        planned = List.of(plan(12, "2026-11-23T11:00:00Z"));
        override = new WindowOverride("mia", "Now", Instant.parse("2026-11-30T13:00:00Z"), "7:abc");
        assertThat(judged("2026-11-23T10:30:00Z").outcome()).isEqualTo(Outcome.WAIT);
    }

    @Test
    void aPlannedDateThatCannotBeReadIsUnknown() {
        unreadable = List.of(Message.of("window.part.no-date", 12, "soon"));
        Explanation judged = judged("2026-11-23T12:00:00Z");
        assertThat(judged.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(judged.allFindings())
                .extracting(finding -> finding.what(Locale.JAPANESE))
                .contains("予定日を読めません: プルリクエスト #12 の Deploy-Date「soon」は、タイムゾーン付きの日付ではありません。");
    }

    @Test
    void nothingIsSaidOfTheTimeAfterWhatIsKnown() {
        windows = rules("2027-06-01 UTC Some day");
        assertThat(judged("2026-11-23T12:00:00Z").summary()).contains("No opening is known within the next 92 days.");
    }

    /** What is the same is recorded and logged once; the end of what is known is another one at each look. */
    @ParameterizedTest
    @ValueSource(strings = {"Closed by", "No opening", "Open for"})
    void whatReachesBeyondWhatIsKnownIsTheSameAtEachLook(String said) {
        if (said.equals("Closed by")) {
            freezes = rules("2026-11-01 to 2027-11-01 UTC Year of the audit");
        } else if (said.equals("No opening")) {
            windows = rules("2027-06-01 UTC Some day");
        } else {
            windows = rules("2026-11-01 to 2027-11-01 UTC Always");
        }
        Explanation first = judged("2026-11-23T12:00:00Z");

        assertThat(first.summary()).contains(said).contains("92");
        assertThat(judged("2026-11-23T12:00:45.123456789Z")).isEqualTo(first);
        assertThat(judged("2026-11-24T12:00:00Z")).isEqualTo(first);
    }

    @Test
    void anEventThatReadsAsBothIsAFreezeAndATentativeOneOpensNothing() {
        assertThat(TEAM.meaning("Deploy freeze", List.of(), false)).isEqualTo(CalendarRule.Meaning.FREEZE);
        assertThat(TEAM.meaning("deploy window ", List.of(), false)).isEqualTo(CalendarRule.Meaning.WINDOW);
        assertThat(TEAM.meaning("Deploy window", List.of(), true)).isEqualTo(CalendarRule.Meaning.NONE);
        assertThat(TEAM.meaning("Lunch", List.of("Code FREEZE"), true)).isEqualTo(CalendarRule.Meaning.FREEZE);
        assertThat(TEAM.meaning("Lunch", List.of(), false)).isEqualTo(CalendarRule.Meaning.NONE);
    }
}
