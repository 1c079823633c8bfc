package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.gates.DeployCalendars;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Period;
import io.jenkins.plugins.itgc.window.Timeline;
import io.jenkins.plugins.itgc.window.WindowJudge;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import io.jenkins.plugins.itgc.window.WindowReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The windows, freezes and entered releases of every environment, for the pages that show them. */
@Extension
public class CalendarSpans implements CalendarData {
    @Override
    public List<String> environments() {
        return entries().map(EnvironmentEntry::getName).toList();
    }

    private static Stream<EnvironmentEntry> entries() {
        return ItgcConfiguration.get().getEnvironments().stream()
                .filter(environment -> environment.getWindow() != null);
    }

    @Override
    public List<Span> between(String environment, Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        entries()
                .filter(entry -> entry.getName().equals(environment))
                .forEach(entry -> add(entry, new io.jenkins.plugins.itgc.window.Span(from, to), spans));
        return spans;
    }

    @Override
    public Standing standing(String environment) {
        return entries()
                .filter(entry -> entry.getName().equals(environment))
                .findFirst()
                .map(CalendarSpans::standing)
                .orElse(new Standing(environment, State.UNKNOWN, "It has no window any more.", null));
    }

    private static Standing standing(EnvironmentEntry environment) {
        try {
            WindowPolicy policy = policy(environment);
            ItgcServices services = ItgcServices.get();
            WindowReader.Sources sources = new WindowReader.Sources(null, DeployCalendars.get(), null);
            WindowReader reader = new WindowReader(policy, sources, services.reads(), services.clock());
            return standing(environment.getName(), new WindowJudge(policy).judge(reader.standing()));
        } catch (EvidenceUnavailable e) {
            return unknown(environment, e.finding().what());
        } catch (IllegalStateException e) {
            return unknown(environment, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(environment, "The calendars were not read to their end.");
        }
    }

    private static Standing unknown(EnvironmentEntry environment, String reason) {
        return new Standing(environment.getName(), State.UNKNOWN, reason, null);
    }

    private static Standing standing(String environment, Explanation judged) {
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
        return new Standing(environment, state, judged.summary(), link);
    }

    private static void add(EnvironmentEntry environment, io.jenkins.plugins.itgc.window.Span span, List<Span> spans) {
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
        periods.stream()
                .filter(period -> period.span().overlaps(span))
                .forEach(period -> spans.add(new Span(
                        kind,
                        environment,
                        null,
                        period.span().start(),
                        period.span().end(),
                        period.cause().title(),
                        period.cause().link())));
    }
}
