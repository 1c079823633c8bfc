package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Certain days, once ({@code 2026-12-24 to 2027-01-02}) or every year ({@code 12-24 to 01-02}). A day given without a
 * time counts whole, the last one too.
 *
 * @param year of the first day; null when it comes every year
 * @param first day
 * @param start time on the first day
 * @param years how many years later the last day is
 * @param last day
 * @param end time on the last day at which it is over; null for the whole day
 * @param zone whose clocks
 * @param title what it is called
 */
public record DatedRule(
        @Nullable Integer year,
        MonthDay first,
        LocalTime start,
        int years,
        MonthDay last,
        @Nullable LocalTime end,
        ZoneId zone,
        String title)
        implements TimeRule {
    private static final String POINT = "(?:(\\d{4})-)?(\\d\\d-\\d\\d)(?:T(\\d\\d:\\d\\d))?";
    private static final Pattern FORM = Pattern.compile(POINT + "(?:\\s+to\\s+" + POINT + ")?\\s+(\\S+)(?:\\s+(.*))?");
    private static final Pattern START = Pattern.compile("\\d\\d.*");

    static boolean looksLike(String text) {
        return START.matcher(text).matches();
    }

    static DatedRule parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidRule(text, Message.of("window.text.dated"));
        }
        boolean one = form.group(5) == null;
        Integer year = form.group(1) == null ? null : Integer.valueOf(form.group(1));
        if (!one && (year == null) != (form.group(4) == null)) {
            throw new InvalidRule(text, Message.of("window.text.years"));
        }
        MonthDay first = day(form.group(2), text);
        MonthDay last = one ? first : day(form.group(5), text);
        LocalTime start = form.group(3) == null ? LocalTime.MIN : RuleText.time(form.group(3), text);
        LocalTime end = one || form.group(6) == null ? null : RuleText.time(form.group(6), text);
        int years = one || year == null ? wrapping(first, last) : Integer.parseInt(form.group(4)) - year;
        String title = form.group(8) == null ? text : form.group(8).trim();
        DatedRule rule = new DatedRule(year, first, start, years, last, end, RuleText.zone(form.group(7), text), title);
        rule.requireOrder(text);
        return rule;
    }

    private static int wrapping(MonthDay first, MonthDay last) {
        return last.isBefore(first) ? 1 : 0;
    }

    private static MonthDay day(String day, String text) {
        try {
            return MonthDay.parse("--" + day);
        } catch (DateTimeException e) {
            throw new InvalidRule(text, Message.of("window.text.no-day", day));
        }
    }

    private void requireOrder(String text) {
        int sample = year == null ? 2024 : year;
        boolean real = year == null || (first.isValidYear(year) && last.isValidYear(year + years));
        if (!real || years < 0 || !begin(sample).isBefore(over(sample))) {
            throw new InvalidRule(
                    text, real ? Message.of("window.text.ends-first") : Message.of("window.text.not-that-year"));
        }
    }

    private LocalDateTime begin(int inYear) {
        return first.atYear(inYear).atTime(start);
    }

    private LocalDateTime over(int inYear) {
        LocalDate day = last.atYear(inYear + years);
        return end == null ? day.plusDays(1).atStartOfDay() : day.atTime(end);
    }

    @Override
    public List<Period> periods(Span span) {
        WallClock clock = new WallClock(zone.getRules());
        int from = year == null ? clock.local(span.start()).getYear() - 2 : year;
        int to = year == null ? clock.local(span.end()).getYear() + 1 : year;
        List<Period> periods = new ArrayList<>();
        for (int y = from; y <= to; y++) {
            clock.showing(begin(y), over(y)).stream()
                    .filter(span::overlaps)
                    .forEach(found -> periods.add(new Period(found, new Cause(title, "dated rule", null))));
        }
        return periods;
    }
}
