package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certain hours of certain days of the week, such as {@code MON-THU 10:00-17:00 Asia/Tokyo}.
 *
 * @param days on which it begins
 * @param start first time that the clocks show
 * @param minutes what the clocks show until it ends; or, when it has a fixed length, how long it really lasts
 * @param fixedLength whether it is a start with a length ({@code 02:30+30m}), which happens exactly once on each day
 * @param zone whose clocks
 * @param text as it was written
 */
public record WeeklyRule(
        Set<DayOfWeek> days, LocalTime start, int minutes, boolean fixedLength, ZoneId zone, String text)
        implements TimeRule {
    private static final int DAY = 24 * 60;
    private static final Pattern FORM =
            Pattern.compile("(\\S+)\\s+(\\d\\d:\\d\\d)(?:-(\\d\\d:\\d\\d)|\\+(\\d{1,4})m)\\s+(\\S+)(?:\\s+(.*))?");

    public WeeklyRule {
        days = Set.copyOf(new TreeSet<>(days));
    }

    static WeeklyRule parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidRule(text, Message.of("window.text.weekly"));
        }
        LocalTime start = RuleText.time(form.group(2), text);
        boolean fixed = form.group(4) != null;
        int minutes = fixed ? Integer.parseInt(form.group(4)) : minutesUntil(form.group(3), start, text);
        if (minutes < 1 || minutes > 7 * DAY) {
            throw new InvalidRule(text, Message.of("window.text.length-of-rule"));
        }
        return new WeeklyRule(
                days(form.group(1), text), start, minutes, fixed, RuleText.zone(form.group(5), text), text);
    }

    /** An end that is not after the start is on the next day; 24:00 is midnight. */
    private static int minutesUntil(String end, LocalTime start, String text) {
        int from = start.toSecondOfDay() / 60;
        int to = end.equals("24:00") ? DAY : RuleText.time(end, text).toSecondOfDay() / 60;
        return to > from ? to - from : to + DAY - from;
    }

    private static Set<DayOfWeek> days(String names, String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : names.split(",", -1)) {
            String[] ends = part.split("-", 2);
            DayOfWeek last = day(ends[ends.length - 1], text);
            DayOfWeek day = day(ends[0], text);
            days.add(last);
            for (; day != last; day = day.plus(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String name, String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(name.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new InvalidRule(text, Message.of("window.text.day", name));
    }

    @Override
    public List<Period> periods(Span span) {
        WallClock clock = new WallClock(zone.getRules());
        LocalDate last = clock.local(span.end()).toLocalDate().plusDays(1);
        List<Period> periods = new ArrayList<>();
        // A week and more before, since it may last a week and dates differ by a day between zones.
        for (LocalDate day = clock.local(span.start()).toLocalDate().minusDays(9);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                spans(clock, day.atTime(start)).stream()
                        .filter(span::overlaps)
                        .forEach(found -> periods.add(new Period(found, new Cause(text, "weekly rule", null))));
            }
        }
        return periods;
    }

    private List<Span> spans(WallClock clock, LocalDateTime begin) {
        if (!fixedLength) {
            return clock.showing(begin, begin.plusMinutes(minutes));
        }
        boolean dateExists = !clock.showing(
                        begin.toLocalDate().atStartOfDay(),
                        begin.toLocalDate().plusDays(1).atStartOfDay())
                .isEmpty();
        var from = clock.instant(begin);
        return dateExists ? List.of(new Span(from, from.plus(Duration.ofMinutes(minutes)))) : List.of();
    }
}
