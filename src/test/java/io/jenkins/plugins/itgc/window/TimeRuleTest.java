package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.itgc.gate.Worded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules mean, one by one. */
class TimeRuleTest {
    private static List<Span> spans(String rule, String from, String to) {
        return TimeRule.parse(rule).periods(new Span(Instant.parse(from), Instant.parse(to))).stream()
                .map(Period::span)
                .sorted(Comparator.comparing(Span::start))
                .toList();
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void hoursOfDaysOfTheWeek() {
        assertThat(spans("MON-THU 10:00-17:00 Asia/Tokyo", "2026-11-19T00:00:00Z", "2026-11-24T00:00:00Z"))
                .containsExactly(
                        span("2026-11-19T01:00:00Z", "2026-11-19T08:00:00Z"),
                        span("2026-11-23T01:00:00Z", "2026-11-23T08:00:00Z"));
    }

    @Test
    void theNightOnWhichClocksGoForwardLosesNoDeploy() {
        assertThat(spans("SUN 02:30+30m Europe/Amsterdam", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z"))
                .containsExactly(span("2026-03-29T01:30:00Z", "2026-03-29T02:00:00Z"));
    }

    @Test
    void theNightOnWhichClocksGoBackOpensOnceAndForThirtyMinutes() {
        assertThat(spans("SUN 02:30+30m Europe/Amsterdam", "2026-10-25T00:00:00Z", "2026-10-26T00:00:00Z"))
                .containsExactly(span("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"));
    }

    @Test
    void hoursOnTheClockAreOpenWheneverTheClockShowsThem() {
        assertThat(spans("SUN 02:30-03:00 Europe/Amsterdam", "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"))
                .isEmpty();
        assertThat(spans("SUN 02:30-03:00 Europe/Amsterdam", "2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z"))
                .containsExactly(
                        span("2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
                        span("2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"));
    }

    @Test
    void aWindowMayGoOverMidnight() {
        assertThat(spans("FRI 22:00-02:00 UTC", "2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"))
                .containsExactly(span("2026-11-20T22:00:00Z", "2026-11-21T02:00:00Z"));
    }

    @Test
    void aDayThatADateLineSkippedHasNoWindow() {
        assertThat(spans("FRI 00:00-24:00 Pacific/Apia", "2011-12-29T00:00:00Z", "2012-01-02T00:00:00Z"))
                .isEmpty();
        assertThat(spans("FRI 10:00+60m Pacific/Apia", "2011-12-29T00:00:00Z", "2012-01-02T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void datedDaysCountWholeTheLastOneToo() {
        assertThat(spans(
                        "2026-12-24 to 2027-01-02 Europe/Amsterdam Year's end",
                        "2026-01-01T00:00:00Z",
                        "2027-12-01T00:00:00Z"))
                .containsExactly(span("2026-12-23T23:00:00Z", "2027-01-02T23:00:00Z"));
        assertThat(spans("2026-11-23 Asia/Tokyo", "2026-01-01T00:00:00Z", "2027-12-01T00:00:00Z"))
                .singleElement()
                .satisfies(day -> assertThat(day.length()).isEqualTo(Duration.ofDays(1)));
    }

    @Test
    void daysWithoutAYearComeEveryYear() {
        assertThat(spans("12-24 to 01-02 Europe/Amsterdam", "2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"))
                .extracting(Span::start)
                .extracting(Instant::toString)
                .containsExactly("2025-12-23T23:00:00Z", "2026-12-23T23:00:00Z", "2027-12-23T23:00:00Z");
    }

    @Test
    void datesMayHaveHours() {
        assertThat(spans(
                        "2026-12-24T18:00 to 2026-12-27T09:00 Asia/Tokyo",
                        "2026-12-01T00:00:00Z",
                        "2027-01-01T00:00:00Z"))
                .containsExactly(span("2026-12-24T09:00:00Z", "2026-12-27T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MON",
                "MON-THU 10:00-17:00",
                "MON-THU 10:00-17:00 Tokyo",
                "MON-THU 10:00-17:00 CET",
                "MON-THU 10:00-17:00 +09:00",
                "MONDAY 10:00-17:00 Asia/Tokyo",
                "MON 25:00-26:00 Asia/Tokyo",
                "MON 10:00+0m Asia/Tokyo",
                "MON 10:00+9999m0 Asia/Tokyo",
                "2026-02-30 Asia/Tokyo",
                "2027-02-29 Asia/Tokyo",
                "2026-12-24 to 2026-12-20 Asia/Tokyo",
                "2026-12-24 to 01-02 Asia/Tokyo",
                "2026-12-24T10:00 to 2026-12-24T10:00 Asia/Tokyo",
                "2026-12-24"
            })
    void whatCannotBeReadIsSaidAndNeverIgnored(String rule) {
        assertThatThrownBy(() -> TimeRule.parse(rule))
                .isInstanceOf(InvalidRule.class)
                .hasMessageContaining("\"" + rule + "\"")
                .hasMessageContaining("MON-THU 10:00-17:00 Asia/Tokyo");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25 10:00 Asia/Tokyo, 2026-11-25T01:00:00Z",
        "2026-11-25 Europe/Amsterdam, 2026-11-24T23:00:00Z",
        "2026-11-25T10:00 UTC, 2026-11-25T10:00:00Z"
    })
    void plannedDatesHaveAZone(String line, String instant) {
        assertThat(DeployDate.parse(line)).isEqualTo(Instant.parse(instant));
    }

    @Test
    void plannedDatesStandOnALineOfTheirOwn() {
        assertThat(DeployDate.lines(
                        "Ticket: OPS-7\r\ndeploy-date:  2026-11-25 10:00 Asia/Tokyo \r\nThe Deploy-Date: no"))
                .containsExactly("2026-11-25 10:00 Asia/Tokyo");
    }

    @ParameterizedTest
    @CsvSource({
        "SUN 02:30+0m UTC, it must last at least a minute and at most a week",
        "SUN 02:30+9999m UTC, ok",
        "SUN 02:30+1m UTC, ok",
        "SUN 10:00-10:00 UTC, ok",
        "2026-11-20T10:00 to 2026-11-20T10:00 UTC, it ends before it begins",
        "2026-11-20T10:01 to 2026-11-20T10:00 UTC, it ends before it begins",
        "2026-11-20T10:00 to 2026-11-20T10:01 UTC, ok",
        "2026-02-29T10:00 to 2026-03-01T10:00 UTC, there is no such day in that year",
        "2028-02-29T10:00 to 2028-03-01T10:00 UTC, ok",
    })
    void whatLastsNoTimeIsNoRule(String rule, String why) {
        if (why.equals("ok")) {
            assertThat(TimeRule.parse(rule)).isNotNull();
        } else {
            assertThatThrownBy(() -> TimeRule.parse(rule))
                    .isInstanceOf(InvalidRule.class)
                    .hasMessageContaining(why)
                    .satisfies(problem -> assertThat(Worded.of(problem).in(Locale.JAPANESE))
                            .contains("を読めません: ", "」のように書いてください。")
                            .doesNotContain(why));
        }
    }

    /** From a time to the same time is a whole day. */
    @Test
    void hoursThatEndWhenTheyBeginLastADay() {
        assertThat(spans("SUN 10:00-10:00 UTC", "2026-11-22T00:00:00Z", "2026-11-24T00:00:00Z"))
                .containsExactly(span("2026-11-22T10:00:00Z", "2026-11-23T10:00:00Z"));
    }

    @Test
    void aSpanAndAPeriodAreOfSomething() {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        assertThatThrownBy(() -> new Span(now, now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no instant");
        assertThatThrownBy(() -> new Span(now, now.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        Span second = new Span(now, now.plusSeconds(1));
        assertThatThrownBy(() -> new Period(second, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A period needs a cause.");
    }
}
