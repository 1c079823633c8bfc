package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the calendars hold, of the environments that somebody may know of. The others' calendars are not even read, so that
 * what is wrong with them is not told either.
 *
 * @param spans what was read
 * @param problem sentences when something could not be read; null otherwise
 */
public record Planned(List<CalendarData.Span> spans, String problem) {
    /** What overlaps a span of time. */
    public static Planned between(PageView view, Instant from, Instant to) {
        return between(view.data().calendars(), view.projection().jobs().places(view.scope()), from, to);
    }

    /** @param places the services and environments that somebody may know of */
    public static Planned between(List<CalendarData> calendars, List<Jobs.Place> places, Instant from, Instant to) {
        List<CalendarData.Span> spans = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (CalendarData calendar : calendars) {
            known(calendar, places).forEach(environment -> {
                try {
                    calendar.between(environment, from, to).stream()
                            .filter(span -> visible(span, places))
                            .map(Planned::safe)
                            .forEach(spans::add);
                } catch (IllegalStateException e) {
                    problems.add(e.getMessage());
                }
            });
        }
        return new Planned(spans, problems.isEmpty() ? null : String.join(" ", problems));
    }

    /** How the environments stand now. */
    public static List<CalendarData.Standing> standing(PageView view) {
        List<Jobs.Place> places = view.projection().jobs().places(view.scope());
        return view.data().calendars().stream()
                .flatMap(calendar -> known(calendar, places).map(calendar::standing))
                .map(standing -> new CalendarData.Standing(
                        standing.environment(), standing.state(), standing.reason(), Links.safe(standing.link())))
                .toList();
    }

    private static Stream<String> known(CalendarData calendar, List<Jobs.Place> places) {
        return calendar.environments().stream().filter(environment -> places.stream()
                .anyMatch(place -> place.environment().equals(environment)));
    }

    private static boolean visible(CalendarData.Span span, List<Jobs.Place> places) {
        return span.service() == null || places.contains(new Jobs.Place(span.service(), span.environment()));
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
