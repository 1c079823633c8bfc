package io.jenkins.plugins.itgc.connect.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.CalendarRule.Meaning;
import io.jenkins.plugins.itgc.window.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the events of a calendar take place. */
class OccurrencesTest {
    private static final Span YEAR = span("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

    private static final String OFFICE = """
            BEGIN:VTIMEZONE
            TZID:Our office
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE""";

    private String zone = "Europe/Amsterdam";

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    private static byte[] calendar(String... lines) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + String.join("\n", lines) + "\nEND:VCALENDAR\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nUID:1\nSUMMARY:Deploy freeze\n" + String.join("\n", lines) + "\nEND:VEVENT";
    }

    private CalendarRule rule() {
        return new CalendarRule("team", ZoneId.of(zone), List.of("*window*"), List.of("*freeze*", "Holiday"));
    }

    private List<Span> freezes(Span within, String... components) {
        return Occurrences.of(rule(), IcsText.read(calendar(components)), within).get(Meaning.FREEZE).stream()
                .map(period -> period.span())
                .sorted(Comparator.comparing(Span::start))
                .toList();
    }

    private List<String> starts(String... components) {
        return freezes(YEAR, components).stream()
                .map(span -> span.start().toString())
                .toList();
    }

    @Test
    void aDailyEventKeepsItsHourOnTheClock() {
        assertThat(freezes(
                        span("2026-03-28T00:00:00Z", "2026-03-30T12:00:00Z"),
                        event(
                                "DTSTART;TZID=Europe/Amsterdam:20200101T100000",
                                "DTEND;TZID=Europe/Amsterdam:20200101T110000",
                                "RRULE:FREQ=DAILY")))
                .containsExactly(
                        span("2026-03-28T09:00:00Z", "2026-03-28T10:00:00Z"),
                        span("2026-03-29T08:00:00Z", "2026-03-29T09:00:00Z"),
                        span("2026-03-30T08:00:00Z", "2026-03-30T09:00:00Z"));
    }

    @Test
    void aTimeThatIsSkippedIsReckonedWithTheOffsetBeforeAndOneThatComesTwiceIsTheFirst() {
        String nightly = event(
                "DTSTART;TZID=Europe/Amsterdam:20260101T023000",
                "DTEND;TZID=Europe/Amsterdam:20260101T030000",
                "RRULE:FREQ=WEEKLY;BYDAY=SU");
        assertThat(freezes(span("2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"), nightly))
                .containsExactly(span("2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z"));
        assertThat(freezes(span("2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z"), nightly))
                .containsExactly(span("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"));
    }

    @Test
    void exceptionsAndFurtherTimes() {
        assertThat(starts(event(
                        "DTSTART:20260601T100000Z",
                        "DTEND:20260601T110000Z",
                        "RRULE:FREQ=DAILY;COUNT=3",
                        "EXDATE:20260602T100000Z",
                        "RDATE:20260610T100000Z,20260611T100000Z")))
                .containsExactly(
                        "2026-06-01T10:00:00Z", "2026-06-03T10:00:00Z", "2026-06-10T10:00:00Z", "2026-06-11T10:00:00Z");
    }

    @Test
    void anOccurrenceThatWasMovedTakesPlaceWhereItWasMovedTo() {
        assertThat(starts(
                        event("DTSTART:20260601T100000Z", "DTEND:20260601T110000Z", "RRULE:FREQ=DAILY;COUNT=3"),
                        event("RECURRENCE-ID:20260602T100000Z", "DTSTART:20260602T150000Z", "DTEND:20260602T160000Z")))
                .containsExactly("2026-06-01T10:00:00Z", "2026-06-02T15:00:00Z", "2026-06-03T10:00:00Z");
    }

    @Test
    void anOccurrenceThatWasCancelledDoesNotTakePlace() {
        assertThat(starts(
                        event("DTSTART:20260601T100000Z", "DTEND:20260601T110000Z", "RRULE:FREQ=DAILY;COUNT=2"),
                        event("RECURRENCE-ID:20260602T100000Z", "DTSTART:20260602T100000Z", "STATUS:CANCELLED")))
                .containsExactly("2026-06-01T10:00:00Z");
    }

    @Test
    void aCancelledEventMeansNothing() {
        assertThat(starts(event("DTSTART:20260601T100000Z", "DTEND:20260601T110000Z", "STATUS:CANCELLED")))
                .isEmpty();
    }

    @Test
    void wholeDaysAreDaysOfTheCalendarsZone() {
        zone = "Asia/Tokyo";
        assertThat(freezes(YEAR, event("DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260603")))
                .containsExactly(span("2026-05-31T15:00:00Z", "2026-06-02T15:00:00Z"));
        assertThat(freezes(YEAR, event("DTSTART;VALUE=DATE:20260601")))
                .containsExactly(span("2026-05-31T15:00:00Z", "2026-06-01T15:00:00Z"));
    }

    @Test
    void aWholeDayLastsAsLongAsTheDay() {
        assertThat(freezes(YEAR, event("DTSTART;VALUE=DATE:20260329")))
                .singleElement()
                .satisfies(day -> assertThat(day.length()).isEqualTo(Duration.ofHours(23)));
    }

    @Test
    void floatingTimesAreTimesOfTheCalendarsZone() {
        assertThat(starts(event("DTSTART:20260601T100000", "DURATION:PT1H"))).containsExactly("2026-06-01T08:00:00Z");
    }

    @Test
    void aZoneOfItsOwnMeansWhatTheFileSays() {
        assertThat(starts(
                        OFFICE,
                        event(
                                "DTSTART;TZID=Our office:20260301T100000",
                                "DURATION:PT1H",
                                "RRULE:FREQ=MONTHLY;COUNT=3;BYMONTHDAY=1")))
                .containsExactly("2026-03-01T09:00:00Z", "2026-04-01T08:00:00Z", "2026-05-01T08:00:00Z");
    }

    @Test
    void aPathBeforeAZoneIsNoPartOfIt() {
        assertThat(starts(event("DTSTART;TZID=/example.org/20260101/Europe/Berlin:20260601T100000", "DURATION:PT1H")))
                .containsExactly("2026-06-01T08:00:00Z");
    }

    @Test
    void anEndlessRuleIsReckonedOnlyAsFarAsItIsLookedAt() {
        assertThat(freezes(
                        span("2026-06-01T00:00:00Z", "2026-06-08T00:00:00Z"),
                        event("DTSTART:19700101T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")))
                .hasSize(7);
    }

    /** Reckoning on for ever would hold every deploy up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
                "FREQ=WEEKLY;COUNT=2000000000",
                "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=4;COUNT=999999"
            })
    void anEndlessSearchEndsSoon(String rule) {
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> starts(event("DTSTART:19010101T100000Z", "DURATION:PT1H", "RRULE:" + rule)));
    }

    @Test
    void everySecondWeekStaysTheSecondWeekHoweverLongAgoItBegan() {
        assertThat(starts(event(
                        "DTSTART:20200106T100000Z",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260201T000000Z")))
                .containsExactly("2026-01-12T10:00:00Z", "2026-01-26T10:00:00Z");
    }

    @Test
    void everyThirdDayStaysSo() {
        assertThat(starts(event(
                        "DTSTART:20251230T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;INTERVAL=3;UNTIL=20260110")))
                .containsExactly("2026-01-02T10:00:00Z", "2026-01-05T10:00:00Z", "2026-01-08T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=MINUTELY;INTERVAL=5",
                "RRULE:FREQ=SOMETIMES",
                "RRULE:nonsense",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=DAILY;UNTIL=tomorrow",
                "EXDATE:soon",
                "RDATE;VALUE=PERIOD:20260601T100000Z/PT1H"
            })
    void aFreezeThatCannotBeUnderstoodIsNeverLeftOut(String line) {
        assertThatThrownBy(() -> starts(event("DTSTART:20260601T100000Z", "DURATION:PT1H", line)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("\"Deploy freeze\"")
                .satisfies(problem -> assertThat(Worded.of(problem).in(Locale.JAPANESE))
                        .startsWith("予定「Deploy freeze」")
                        .doesNotContainPattern("[a-z]+ [a-z]+ [a-z]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Nowhere/Town:20260601T100000",
                "DTSTART:20261301T100000Z",
                "DTSTART:",
                "DTEND:20260601T100000Z"
            })
    void aStartThatCannotBeUnderstoodIsNeverLeftOut(String line) {
        assertThatThrownBy(() -> starts(event(line)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("\"Deploy freeze\"")
                .satisfies(problem -> assertThat(Worded.of(problem).in(Locale.JAPANESE))
                        .startsWith("予定「Deploy freeze」")
                        .doesNotContainPattern("[a-z]+ [a-z]+ [a-z]+"));
    }

    @Test
    void changesFromOneTimeOnAreNotUnderstood() {
        assertThatThrownBy(() -> starts(
                        event("DTSTART:20260601T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
                        event(
                                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260602T100000Z",
                                "DTSTART:20260602T150000Z",
                                "DURATION:PT1H")))
                .hasMessageContaining("split it in two");
    }

    @Test
    void whatMeansNothingMayBeAsBrokenAsItLikes() {
        assertThat(starts("BEGIN:VEVENT\nUID:2\nSUMMARY:Lunch\nDTSTART;TZID=Nowhere:noon\nEND:VEVENT"))
                .isEmpty();
    }

    @Test
    void categoriesCountLikeTitles() {
        assertThat(starts("BEGIN:VEVENT\nUID:2\nSUMMARY:Obon\nCATEGORIES:Family,Holiday\n"
                        + "DTSTART;VALUE=DATE:20260813\nEND:VEVENT"))
                .hasSize(1);
    }

    @Test
    void releasesThatTheGatesEnteredAreNeitherWindowNorFreeze() {
        CalendarWriter.Release release = new CalendarWriter.Release(
                "abc",
                "Deploy freeze, window\r\nBEGIN:VEVENT",
                "text",
                "https://jenkins.example/1",
                Instant.parse("2026-06-01T10:00:00Z"),
                Instant.parse("2026-06-01T10:30:00Z"));
        byte[] text =
                IcsRelease.text(release, Instant.parse("2026-06-01T00:00:00Z")).getBytes(StandardCharsets.UTF_8);
        var found = Occurrences.of(rule(), IcsText.read(text), YEAR);
        assertThat(found.get(Meaning.FREEZE)).isEmpty();
        assertThat(found.get(Meaning.WINDOW)).isEmpty();
        assertThat(found.get(Meaning.RELEASE)).singleElement().satisfies(period -> {
            assertThat(period.cause().title()).isEqualTo("Deploy freeze, window\nBEGIN:VEVENT");
            assertThat(period.cause().link()).isEqualTo("https://jenkins.example/1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "<html>Please log in</html>",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Deploy freeze\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            })
    void whatIsNoWholeCalendarIsRefused(String text) {
        assertThatThrownBy(() -> IcsText.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void otherEncodingsAreRefused() {
        assertThatThrownBy(() ->
                        IcsText.read("BEGIN:VCALENDAR\r\nSUMMARY:\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void tooManyEventsAreRefused() {
        String[] many = new String[Events.LIMIT + 1];
        java.util.Arrays.fill(many, event("DTSTART:20260601T100000Z"));
        assertThatThrownBy(() -> IcsText.read(calendar(many))).hasMessageContaining("more than 20000 events");
    }
}
