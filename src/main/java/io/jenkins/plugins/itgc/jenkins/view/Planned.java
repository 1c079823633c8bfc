package io.jenkins.plugins.itgc.jenkins.view;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the calendars hold for a span of time.
 *
 * @param spans what was read
 * @param problem a sentence when one could not be read; null otherwise
 */
record Planned(List<CalendarData.Span> spans, String problem) {
    static Planned between(Instant from, Instant to) {
        List<CalendarData.Span> spans = new ArrayList<>();
        String problem = null;
        for (CalendarData calendar : ExtensionList.lookup(CalendarData.class)) {
            try {
                spans.addAll(calendar.between(from, to));
            } catch (IllegalStateException e) {
                problem = e.getMessage();
            }
        }
        return new Planned(spans, problem);
    }

    /** How the environments stand now that the reader may know of. */
    static List<CalendarData.Standing> standing(Projection projection, Scope scope) {
        List<Jobs.Place> places = projection.jobs().places(scope);
        return ExtensionList.lookup(CalendarData.class).stream()
                .flatMap(calendar -> calendar.standing().stream())
                .filter(standing -> places.stream()
                        .anyMatch(place -> place.environment().equals(standing.environment())))
                .map(standing -> new CalendarData.Standing(
                        standing.environment(), standing.state(), standing.reason(), Links.safe(standing.link())))
                .toList();
    }

    /** The spans of places that the reader may know of. */
    List<CalendarData.Span> visible(Projection projection, Scope scope) {
        List<Jobs.Place> places = projection.jobs().places(scope);
        return spans.stream()
                .filter(span -> places.stream()
                        .anyMatch(place -> place.environment().equals(span.environment())
                                && (span.service() == null || span.service().equals(place.service()))))
                .map(span -> new CalendarData.Span(
                        span.kind(),
                        span.environment(),
                        span.service(),
                        span.start(),
                        span.end(),
                        span.title(),
                        Links.safe(span.link())))
                .toList();
    }
}
