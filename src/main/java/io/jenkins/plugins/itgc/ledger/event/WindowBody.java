package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of the window gate: its evidence and the policy it judged by. */
public interface WindowBody {

    /**
     * Everything that the judgement of a moment rests on.
     *
     * @param change what would be deployed; null when it is asked of no change in particular
     * @param now the moment
     * @param askedAt when the pipeline began to ask
     * @param windows what opens from now on
     * @param freezes what closes from now on
     * @param until up to when windows and freezes are known
     * @param calendars how each calendar was read
     * @param planned dates that the pull requests name
     * @param unreadable dates that they name but that cannot be read
     * @param override somebody's word for this change; null when there is none
     */
    record Evidence(
            @Nullable ChangeBody change,
            Instant now,
            Instant askedAt,
            Timeline windows,
            Timeline freezes,
            Instant until,
            List<Calendar> calendars,
            List<PlannedRelease> planned,
            List<String> unreadable,
            @Nullable OverrideFacts override) {
        public Evidence {
            calendars = OrEmpty.list(calendars);
            planned = OrEmpty.list(planned);
            unreadable = OrEmpty.list(unreadable);
        }
    }

    /**
     * Periods in order that neither overlap nor touch.
     *
     * @param periods ascending
     */
    record Timeline(List<Period> periods) {
        public Timeline {
            periods = OrEmpty.list(periods);
        }
    }

    /**
     * A stretch of time with what makes it.
     *
     * @param span when
     * @param causes what makes it, at most MOST_CAUSES of them, the one that lasts longest first; never empty
     */
    record Period(Span span, List<Cause> causes) {
        public Period {
            causes = OrEmpty.list(causes);
        }
    }

    /**
     * A stretch of time, half open: the start belongs to it and the end does not.
     *
     * @param start first instant
     * @param end first instant after it
     */
    record Span(Instant start, Instant end) {}

    /**
     * The rule or event that makes a period.
     *
     * @param title as written; of an event, outside text
     * @param source the calendar it is in, or what kind of rule it is
     * @param link address of the event; null where it has none
     */
    record Cause(String title, String source, @Nullable String link) {}

    /**
     * How a calendar was read.
     *
     * @param name what the configuration calls it
     * @param readAt when it was known to be so
     * @param skew how far its server's clock was ahead of ours; null when it did not say
     * @param trouble why it could not be read anew; null when it could
     */
    record Calendar(
            String name,
            Instant readAt,
            @Nullable Duration skew,
            @Nullable String trouble) {}

    /**
     * When a pull request is meant to be released.
     *
     * @param pullRequest its number
     * @param title as written, outside text
     * @param link its address
     * @param at not before this
     * @param text the date as written
     */
    record PlannedRelease(int pullRequest, String title, String link, Instant at, String text) {}

    /**
     * Somebody's word that a deploy may happen although it is closed.
     *
     * @param person who said so
     * @param reason why
     * @param until up to when it holds
     * @param evidenceId the entry of the ledger that says so
     */
    record OverrideFacts(String person, String reason, Instant until, String evidenceId) {}

    /**
     * When an environment may be deployed to. Comes from the controller's configuration, never from the pull request.
     *
     * @param environment its name
     * @param windows rules by which it is open; none, with no calendar that opens, means open but for freezes
     * @param freezes rules by which it is closed, whatever opens it
     * @param calendars whose events open or close it too
     * @param minRemaining how long it must still be open
     * @param waitAtMost how long to wait for it to open; null for however long it takes
     * @param waits whether to wait at all
     * @param maxAge how old the last good copy of a calendar may be
     * @param maxSkew how far the controller's clock may be from a calendar server's
     * @param plannedDates whether a date that the pull request plans is waited for
     */
    record Policy(
            String environment,
            List<Rule> windows,
            List<Rule> freezes,
            List<CalendarRule> calendars,
            Duration minRemaining,
            @Nullable Duration waitAtMost,
            boolean waits,
            Duration maxAge,
            Duration maxSkew,
            boolean plannedDates) {
        public Policy {
            windows = OrEmpty.list(windows);
            freezes = OrEmpty.list(freezes);
            calendars = OrEmpty.list(calendars);
        }
    }

    /**
     * What the events of a calendar mean.
     *
     * @param name what the configuration calls the calendar
     * @param zone whose days its all-day events and its floating times are
     * @param windows patterns of titles or categories whose events are times to deploy; {@code *} stands for any text
     * @param freezes patterns of titles or categories whose events are times not to deploy
     */
    record CalendarRule(String name, ZoneId zone, List<String> windows, List<String> freezes) {
        public CalendarRule {
            windows = OrEmpty.list(windows);
            freezes = OrEmpty.list(freezes);
        }
    }

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
    record WeeklyRule(List<DayOfWeek> days, LocalTime start, int minutes, boolean fixedLength, ZoneId zone, String text)
            implements Rule {
        public WeeklyRule {
            days = OrEmpty.list(days);
        }
    }

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
    record DatedRule(
            @Nullable Integer year,
            MonthDay first,
            LocalTime start,
            int years,
            MonthDay last,
            @Nullable LocalTime end,
            ZoneId zone,
            String title)
            implements Rule {}

    /** A rule that opens or closes at certain times. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(WeeklyRule.class), @JsonSubTypes.Type(DatedRule.class)})
    sealed interface Rule permits WeeklyRule, DatedRule {}
}
