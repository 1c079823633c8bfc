package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is open or closed without a break is one span, and what cannot be is refused. */
class SpansTest {
    private static final WallClock BERLIN =
            new WallClock(ZoneId.of("Europe/Berlin").getRules());
    private static final Cause CAUSE = new Cause("x", "rule", null);

    private static List<Span> shown(String from, String to) {
        return BERLIN.showing(LocalDateTime.parse(from), LocalDateTime.parse(to));
    }

    private static Span span(String start, String end) {
        return new Span(Instant.parse(start), Instant.parse(end));
    }

    private static Period period(String start, String end) {
        return new Period(span(start, end), CAUSE);
    }

    @Test
    void aNightInWhichTheClocksAreSetIsOneSpan() {
        assertThat(shown("2026-03-28T22:00", "2026-03-29T06:00"))
                .containsExactly(span("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"));
        assertThat(shown("2026-10-24T22:00", "2026-10-25T06:00"))
                .containsExactly(span("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"));
    }

    @Test
    void anHourThatComesTwiceIsTwoSpansUnlessTheyTouch() {
        assertThat(shown("2026-10-25T02:10", "2026-10-25T02:50"))
                .containsExactly(
                        span("2026-10-25T00:10:00Z", "2026-10-25T00:50:00Z"),
                        span("2026-10-25T01:10:00Z", "2026-10-25T01:50:00Z"));
        assertThat(shown("2026-10-25T02:00", "2026-10-25T03:00"))
                .containsExactly(span("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
        assertThat(shown("2026-03-29T02:10", "2026-03-29T02:50")).isEmpty();
    }

    @Test
    void periodsOfATimelineAreInOrderAndApart() {
        Period first = period("2026-10-01T09:00:00Z", "2026-10-01T10:00:00Z");
        Period touching = period("2026-10-01T10:00:00Z", "2026-10-01T11:00:00Z");
        Period apart = period("2026-10-01T10:00:01Z", "2026-10-01T11:00:00Z");

        assertThat(new Timeline(List.of(first, apart)).periods()).containsExactly(first, apart);
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline(List.of(first, touching)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeline(List.of(apart, first)));
    }

    @Test
    void aCalendarOfWhichNoEventMeansAnythingIsNone() {
        ZoneId utc = ZoneId.of("UTC");
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarRule("team", utc, List.of(), List.of()));
        assertThat(new CalendarRule("team", utc, List.of("*"), List.of()).meaning("x", List.of(), false))
                .isEqualTo(CalendarRule.Meaning.WINDOW);
        assertThat(new CalendarRule("team", utc, List.of(), List.of("*")).meaning("x", List.of(), true))
                .isEqualTo(CalendarRule.Meaning.FREEZE);
    }
}
