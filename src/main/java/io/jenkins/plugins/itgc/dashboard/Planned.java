package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the calendars hold, of the environments that somebody may know of. The others' calendars are not even read, so that
 * what is wrong with them is not told either.
 *
 * @param spans what was read
 * @param problems what could not be read
 */
public record Planned(List<CalendarData.Span> spans, List<Message> problems) {
    /** What overlaps a span of time. */
    public static Planned between(PageView view, Instant from, Instant to) {
        return between(view.data().calendars(), view.projection().jobs().places(view.scope()), from, to);
    }

    /** @param places the services and environments that somebody may know of */
    public static Planned between(
            List<CalendarData> calendars, List<Jobs.ServiceEnvironment> places, Instant from, Instant to) {
        List<CalendarData.Span> spans = new ArrayList<>();
        List<Message> problems = new ArrayList<>();
        for (CalendarData calendar : calendars) {
            known(calendar, places).forEach(environment -> {
                try {
                    calendar.between(environment, from, to).stream()
                            .filter(span -> visible(span, places))
                            .map(Planned::safe)
                            .forEach(spans::add);
                } catch (CalendarData.Unreadable e) {
                    problems.add(e.problem());
                }
            });
        }
        return new Planned(spans, problems);
    }

    /** How the environments stand now. */
    public static List<EnvironmentStatus> statuses(PageView view) {
        List<Jobs.ServiceEnvironment> places = view.projection().jobs().places(view.scope());
        return view.data().calendars().stream()
                .flatMap(calendar -> known(calendar, places).map(calendar::status))
                .map(status -> EnvironmentStatus.of(status, view.reader()))
                .toList();
    }

    /** What could not be read, in the reader's language; null when everything could. */
    public @Nullable String problem(Locale locale) {
        return problems.isEmpty()
                ? null
                : problems.stream().map(problem -> problem.in(locale)).collect(Collectors.joining(" "));
    }

    private static Stream<String> known(CalendarData calendar, List<Jobs.ServiceEnvironment> places) {
        return calendar.environments().stream().filter(environment -> places.stream()
                .anyMatch(place -> place.environment().equals(environment)));
    }

    private static boolean visible(CalendarData.Span span, List<Jobs.ServiceEnvironment> places) {
        return span.service() == null
                || places.contains(new Jobs.ServiceEnvironment(span.service(), span.environment()));
    }

    private static CalendarData.Span safe(CalendarData.Span span) {
        return new CalendarData.Span(
                span.kind(),
                span.environment(),
                span.service(),
                span.start(),
                span.end(),
                span.title(),
                Links.safe(span.link()));
    }
}
