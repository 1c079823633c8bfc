package io.jenkins.plugins.itgc.jenkins.calendar;

import hudson.Extension;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.view.CalendarData;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Period;
import io.jenkins.plugins.itgc.window.Timeline;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The windows, freezes and entered releases of every environment, for the pages that show them. */
@Extension
public class CalendarSpans implements CalendarData {
    @Override
    public List<Span> between(Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        for (EnvironmentEntry environment : ItgcConfiguration.get().getEnvironments()) {
            if (environment.getWindow() != null) {
                add(environment, new io.jenkins.plugins.itgc.window.Span(from, to), spans);
            }
        }
        return spans;
    }

    private static void add(
            EnvironmentEntry environment, io.jenkins.plugins.itgc.window.Span span, List<Span> spans) {
        WindowPolicy policy = policy(environment);
        String name = environment.getName();
        List<Period> windows = new ArrayList<>();
        List<Period> freezes = new ArrayList<>();
        policy.windows().forEach(rule -> windows.addAll(rule.periods(span)));
        policy.freezes().forEach(rule -> freezes.addAll(rule.periods(span)));
        for (CalendarRule calendar : policy.calendars()) {
            Calendars.Copy copy = read(calendar, span);
            windows.addAll(copy.windows().periods());
            freezes.addAll(copy.freezes().periods());
            show(Kind.PLANNED, name, copy.releases(), span, spans);
        }
        show(Kind.WINDOW, name, Timeline.of(windows).periods(), span, spans);
        show(Kind.FREEZE, name, Timeline.of(freezes).periods(), span, spans);
    }

    private static WindowPolicy policy(EnvironmentEntry environment) {
        try {
            return ItgcConfiguration.get().windowPolicy(environment, WindowEntry.Wish.NONE);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Calendars.Copy read(CalendarRule calendar, io.jenkins.plugins.itgc.window.Span span) {
        try {
            return DeployCalendars.get().read(calendar, span);
        } catch (EvidenceUnavailable e) {
            throw new IllegalStateException(e.finding().what(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The calendar \"" + calendar.name() + "\" was not read to its end.", e);
        }
    }

    private static void show(
            Kind kind,
            String environment,
            Collection<Period> periods,
            io.jenkins.plugins.itgc.window.Span span,
            List<Span> spans) {
        periods.stream().filter(period -> period.span().overlaps(span)).forEach(period -> spans.add(new Span(
                kind,
                environment,
                null,
                period.span().start(),
                period.span().end(),
                period.cause().title(),
                period.cause().link())));
    }
}
