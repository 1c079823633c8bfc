package io.jenkins.plugins.itgc.connect.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.CalendarRule.Meaning;
import io.jenkins.plugins.itgc.window.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Events that come again, in every zone and from 2000 to 2037, against an oracle that knows nothing of calendars: each day's
 * time of the clock, as {@link ZonedDateTime} resolves it through gaps and overlaps.
 */
class EventsAgainstOracleTest {
    /** Those of the time zone database: ical4j adds names of its own to the virtual machine, without rules. */
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> ZoneId.of(zone).getRules() != null)
            .sorted()
            .toList();

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2037-12-01T00:00:00Z");

    /** An event that began long before, and a stretch of days, half of the time around a change of clocks. */
    record Case(String zone, Instant from, int start, int interval, int daysAgo) {
        LocalTime time() {
            return LocalTime.of(start / 60, start % 60);
        }

        LocalDate began() {
            return from.atZone(ZoneId.of(zone)).toLocalDate().minusDays(daysAgo);
        }

        Span span() {
            return new Span(from, from.plus(Duration.ofDays(6)));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.of(ZONES),
                        Arbitraries.longs().between(FIRST.getEpochSecond() / 60, LAST.getEpochSecond() / 60),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 24 * 60 - 1),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 2000))
                .as((zone, minute, atChange, start, interval, before) -> {
                    Instant any = Instant.ofEpochSecond(minute * 60);
                    return new Case(zone, atChange ? beforeChange(zone, any) : any, start, interval, before);
                });
    }

    private static Instant beforeChange(String zone, Instant any) {
        ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(any);
        return change == null || change.getInstant().isAfter(LAST)
                ? any
                : change.getInstant().minus(Duration.ofDays(3));
    }

    private static Set<Instant> oracle(Case given) {
        ZoneId zone = ZoneId.of(given.zone());
        LocalDate last = given.span().end().atZone(zone).toLocalDate().plusDays(2);
        Set<Instant> starts = new TreeSet<>();
        for (LocalDate day = given.began(); !day.isAfter(last); day = day.plusDays(given.interval())) {
            Instant start = ZonedDateTime.of(day, given.time(), zone).toInstant();
            if (new Span(start, start.plusSeconds(1800)).overlaps(given.span())) {
                starts.add(start);
            }
        }
        return starts;
    }

    private static String calendar(Case given, String floating) {
        String start = LOCAL.format(given.began().atTime(given.time()));
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Freeze\r\nDTSTART"
                + floating
                + ":" + start + "\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;INTERVAL=" + given.interval()
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static Set<Instant> starts(Case given, String floating) {
        CalendarRule rule = new CalendarRule("team", ZoneId.of(given.zone()), List.of(), List.of("Freeze"));
        List<Event> events = IcsText.read(calendar(given, floating).getBytes(StandardCharsets.UTF_8));
        return Occurrences.of(rule, events, given.span()).get(Meaning.FREEZE).stream()
                .map(period -> period.span().start())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 600)
    void anEventInAZoneComesWhenItsClocksShowItsTime(@ForAll("cases") Case given) {
        assertThat(starts(given, ";TZID=" + given.zone())).as(given.toString()).isEqualTo(oracle(given));
    }

    @Property(tries = 300)
    void aFloatingEventComesWhenTheClocksOfItsCalendarShowItsTime(@ForAll("cases") Case given) {
        assertThat(starts(given, "")).as(given.toString()).isEqualTo(oracle(given));
    }
}
