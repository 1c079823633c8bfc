package io.jenkins.plugins.itgc.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Weekly rules against an oracle that knows nothing of them: each minute is turned into what the clocks show, and that is
 * looked up in the rule.
 */
class RulesAgainstOracleTest {
    /** Those of the time zone database: ical4j adds names of its own to the virtual machine, without rules. */
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> ZoneId.of(zone).getRules() != null)
            .sorted()
            .toList();

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2037-12-31T00:00:00Z");
    private static final int DAY = 24 * 60;

    /** A rule and a stretch of days, half of the time around a change of clocks. */
    record Case(String zone, Instant from, int day, int start, int minutes) {
        WeeklyRule rule() {
            return new WeeklyRule(
                    java.util.Set.of(DayOfWeek.of(day), DayOfWeek.of(day).plus(3)),
                    LocalTime.ofSecondOfDay(start * 60L),
                    minutes,
                    false,
                    ZoneId.of(zone),
                    "rule");
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        Arbitraries.of(ZONES),
                        Arbitraries.longs().between(FIRST.getEpochSecond() / 60, LAST.getEpochSecond() / 60),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(0, DAY - 1),
                        Arbitraries.integers().between(1, DAY))
                .as((zone, minute, atChange, day, start, minutes) -> {
                    Instant any = Instant.ofEpochSecond(minute * 60);
                    return new Case(zone, atChange ? beforeChange(zone, any) : any, day, start, minutes);
                });
    }

    private static Instant beforeChange(String zone, Instant any) {
        ZoneOffsetTransition change = ZoneId.of(zone).getRules().nextTransition(any);
        return change == null || change.getInstant().isAfter(LAST)
                ? any
                : change.getInstant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(30));
    }

    private static boolean oracle(WeeklyRule rule, Instant minute) {
        ZonedDateTime shown = minute.atZone(rule.zone());
        LocalDate date = shown.toLocalDate();
        for (int back = 0; back <= 1; back++) {
            LocalDateTime begin = date.minusDays(back).atTime(rule.start());
            long since = ChronoUnit.MINUTES.between(begin, shown.toLocalDateTime());
            if (rule.days().contains(begin.getDayOfWeek()) && since >= 0 && since < rule.minutes()) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 400)
    void aWindowIsOpenExactlyWhileTheClocksShowItsHours(@ForAll("cases") Case given) {
        WeeklyRule rule = given.rule();
        Instant from = given.from();
        Instant to = from.plus(Duration.ofHours(60));
        Timeline open = Timeline.of(rule.periods(new Span(from, to)));
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            assertThat(open.at(minute).isPresent())
                    .as("%s at %s", given, minute)
                    .isEqualTo(oracle(rule, minute));
        }
    }

    @Property(tries = 400)
    void aStartWithALengthHappensOncePerDayAndLastsAsLongAsItSays(@ForAll("cases") Case given) {
        WeeklyRule rule = new WeeklyRule(
                java.util.EnumSet.allOf(DayOfWeek.class),
                LocalTime.ofSecondOfDay(given.start() * 60L),
                given.minutes(),
                true,
                ZoneId.of(given.zone()),
                "rule");
        Span span = new Span(given.from(), given.from().plus(Duration.ofDays(5)));
        List<Period> periods = rule.periods(span);
        assertThat(periods).allSatisfy(period -> assertThat(period.span().length())
                .isEqualTo(Duration.ofMinutes(given.minutes())));
        for (Period period : periods) {
            LocalDateTime shown = period.span().start().atZone(rule.zone()).toLocalDateTime();
            boolean skipped = rule.zone()
                    .getRules()
                    .getValidOffsets(shown.toLocalDate().atTime(rule.start()))
                    .isEmpty();
            assertThat(shown.toLocalTime().equals(rule.start()) || skipped || startsInGapOfDayBefore(rule, shown))
                    .as("%s starts at %s", given, shown)
                    .isTrue();
        }
        assertThat(periods.stream()
                        .map(period -> period.span().start())
                        .distinct()
                        .count())
                .isGreaterThanOrEqualTo(periods.size() - 1);
    }

    @Property(tries = 200)
    void aDatedFreezeHoldsExactlyWhileTheClocksShowItsTimes(@ForAll("cases") Case given) {
        ZoneId zone = ZoneId.of(given.zone());
        LocalDateTime begin = given.from()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.ofSecondOfDay(given.start() * 60L));
        LocalDateTime over = begin.plusMinutes(given.minutes());
        DatedRule rule = new DatedRule(
                begin.getYear(),
                MonthDay.from(begin),
                begin.toLocalTime(),
                over.getYear() - begin.getYear(),
                MonthDay.from(over),
                over.toLocalTime(),
                zone,
                "freeze");
        Instant to = given.from().plus(Duration.ofHours(60));
        Timeline frozen = Timeline.of(rule.periods(new Span(given.from(), to)));
        for (Instant minute = given.from(); minute.isBefore(to); minute = minute.plusSeconds(60)) {
            LocalDateTime shown = minute.atZone(zone).toLocalDateTime();
            assertThat(frozen.at(minute).isPresent())
                    .as("%s at %s", rule, minute)
                    .isEqualTo(!shown.isBefore(begin) && shown.isBefore(over));
        }
    }

    private static boolean startsInGapOfDayBefore(WeeklyRule rule, LocalDateTime shown) {
        return rule.zone()
                .getRules()
                .getValidOffsets(shown.toLocalDate().minusDays(1).atTime(rule.start()))
                .isEmpty();
    }

    @Test
    void everyZoneIsRightThroughEveryChangeOfItsClocks() {
        int changes = 0;
        for (String zone : ZONES) {
            ZoneId id = ZoneId.of(zone);
            WeeklyRule rule = new WeeklyRule(
                    java.util.EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 30), 75, false, id, "rule");
            Instant at = FIRST;
            for (ZoneOffsetTransition change = id.getRules().nextTransition(at);
                    change != null && change.getInstant().isBefore(LAST);
                    change = id.getRules().nextTransition(change.getInstant())) {
                check(rule, change.getInstant());
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(10_000);
    }

    /** Quarters of an hour around the change are enough: no clock was set by less since 2000. */
    private static void check(WeeklyRule rule, Instant change) {
        Instant from = change.minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.HOURS);
        Instant to = from.plus(Duration.ofHours(14));
        Timeline open = Timeline.of(rule.periods(new Span(from, to)));
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(900)) {
            if (open.at(minute).isPresent() != oracle(rule, minute)) {
                throw new AssertionError(rule.zone() + " is wrong at " + minute);
            }
        }
    }
}
