package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.dashboard.CalendarData.Kind;
import io.jenkins.plugins.itgc.dashboard.CalendarData.State;
import io.jenkins.plugins.itgc.dashboard.CalendarData.Status;
import io.jenkins.plugins.itgc.dashboard.CalendarData.Unreadable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Period;
import io.jenkins.plugins.itgc.window.Span;
import io.jenkins.plugins.itgc.window.Timeline;
import io.jenkins.plugins.itgc.window.WindowJudge;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import io.jenkins.plugins.itgc.window.WindowReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The windows, freezes and entered releases of environments, for the pages that show them. */
public final class CalendarSpans {
    private final Windows windows;
    private final Calendars calendars;
    private final InParallel reads;
    private final Clock clock;

    /** The environments that have a window. */
    public interface Windows {
        /** Their names. */
        List<String> environments();

        /** @throws IllegalArgumentException when the environment has none, or its policy is not complete; a sentence */
        WindowPolicy policy(String environment);
    }

    /**
     * @param windows the environments, and their rules
     * @param calendars what rules refer to
     * @param reads reads calendars side by side
     * @param clock says what is now
     */
    public CalendarSpans(Windows windows, Calendars calendars, InParallel reads, Clock clock) {
        this.windows = windows;
        this.calendars = calendars;
        this.reads = reads;
        this.clock = clock;
    }

    /** How an environment stands now. Never fails: what cannot be read is unknown. */
    public Status status(String environment) {
        if (!windows.environments().contains(environment)) {
            return unknown(environment, Message.of("dashboard.no-window"));
        }
        try {
            WindowPolicy policy = windows.policy(environment);
            WindowReader.Sources sources = WindowReader.Sources.of(calendars);
            WindowReader reader = new WindowReader(policy, sources, reads, clock);
            return status(environment, new WindowJudge(policy).judge(reader.standing()));
        } catch (EvidenceUnavailable e) {
            return unknown(environment, e.finding().problem());
        } catch (IllegalArgumentException e) {
            return unknown(environment, Worded.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(environment, Message.of("dashboard.calendars-interrupted"));
        }
    }

    private static Status unknown(String environment, Message reason) {
        return new Status(environment, State.UNKNOWN, reason, null);
    }

    private static Status status(String environment, Explanation judged) {
        State state =
                switch (judged.outcome()) {
                    case PASS -> State.OPEN;
                    case UNKNOWN -> State.UNKNOWN;
                    default -> State.CLOSED;
                };
        String link = judged.allFindings().stream()
                .map(Finding::link)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Status(environment, state, judged.reason(), link);
    }

    /**
     * Everything about an environment that overlaps a span of time.
     *
     * @throws Unreadable when a calendar cannot be read
     */
    public List<CalendarData.Span> between(String environment, Instant from, Instant to) throws Unreadable {
        return windows.environments().contains(environment) ? shown(environment, new Span(from, to)) : List.of();
    }

    private List<CalendarData.Span> shown(String environment, Span span) throws Unreadable {
        WindowPolicy policy = policy(environment);
        List<Period> open = new ArrayList<>();
        List<Period> freezes = new ArrayList<>();
        List<CalendarData.Span> shown = new ArrayList<>();
        policy.windows().forEach(rule -> open.addAll(rule.periods(span)));
        policy.freezes().forEach(rule -> freezes.addAll(rule.periods(span)));
        for (CalendarRule calendar : policy.calendars()) {
            Calendars.Copy copy = read(calendar, span);
            open.addAll(copy.windows().periods());
            freezes.addAll(copy.freezes().periods());
            shown.addAll(shown(Kind.PLANNED, environment, copy.releases(), span));
        }
        shown.addAll(shown(Kind.WINDOW, environment, Timeline.of(open).periods(), span));
        shown.addAll(shown(Kind.FREEZE, environment, Timeline.of(freezes).periods(), span));
        return shown;
    }

    private WindowPolicy policy(String environment) throws Unreadable {
        try {
            return windows.policy(environment);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Worded.of(e), e);
        }
    }

    private Calendars.Copy read(CalendarRule calendar, Span span) throws Unreadable {
        try {
            return calendars.read(calendar, span);
        } catch (EvidenceUnavailable e) {
            throw new Unreadable(e.finding().problem(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable(Message.of("dashboard.calendar-interrupted", calendar.name()), e);
        }
    }

    private static List<CalendarData.Span> shown(Kind kind, String environment, Collection<Period> periods, Span span) {
        return periods.stream()
                .filter(period -> period.span().overlaps(span))
                .map(period -> new CalendarData.Span(
                        kind,
                        environment,
                        null,
                        period.span().start(),
                        period.span().end(),
                        period.cause().title(),
                        period.cause().link()))
                .toList();
    }
}
