package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.CalendarRule.Meaning;
import io.jenkins.plugins.itgc.window.Cause;
import io.jenkins.plugins.itgc.window.Period;
import io.jenkins.plugins.itgc.window.Span;
import io.jenkins.plugins.itgc.window.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** When the events of a calendar that mean something take place within a span. */
final class Occurrences {
    /** More are not reckoned with. */
    static final int LIMIT = 200_000;

    private final CalendarRule rule;
    private final Moments moments;
    private final Span span;
    private final Map<Meaning, List<Period>> found = new EnumMap<>(Meaning.class);
    private int count;

    private Occurrences(CalendarRule rule, Span span) {
        this.rule = rule;
        this.moments = new Moments(new WallClock(rule.zone().getRules()));
        this.span = span;
        found.put(Meaning.WINDOW, new ArrayList<>());
        found.put(Meaning.FREEZE, new ArrayList<>());
        found.put(Meaning.RELEASE, new ArrayList<>());
    }

    /** @throws UnreadableEvent when an event that matters cannot be understood, or there are too many */
    static Map<Meaning, List<Period>> of(CalendarRule rule, List<Event> events, Span span) {
        Occurrences occurrences = new Occurrences(rule, span);
        Map<String, List<Event>> replacements =
                events.stream().filter(Event::replacesOne).collect(Collectors.groupingBy(Event::uid));
        for (Event event : events) {
            occurrences.add(event, event.replacesOne() ? List.of() : replacements.getOrDefault(event.uid(), List.of()));
        }
        return occurrences.found;
    }

    private void add(Event event, List<Event> replacements) {
        Meaning meaning = event.uid().endsWith(IcsRelease.UID)
                ? Meaning.RELEASE
                : rule.meaning(event.title(), event.categories(), event.tentative());
        if (meaning == Meaning.NONE || event.cancelled()) {
            return;
        }
        Moment start = moments.of(
                event.first("DTSTART")
                        .orElseThrow(() -> new UnreadableEvent(Message.of("connect.calendar.no-start", event.title()))),
                event);
        Length length = Length.of(event, start, moments);
        Set<Instant> gone = gone(event, replacements);
        Cause cause = new Cause(event.title(), rule.name(), event.link());
        for (LocalDateTime local : starts(event, start, length)) {
            Moment begin = start.at(local);
            if (!gone.contains(begin.instant())) {
                add(meaning, begin.instant(), length.end(begin), cause);
            }
        }
        added(event, meaning, length, gone, cause);
    }

    private void add(Meaning meaning, Instant from, Instant to, Cause cause) {
        if (!from.isBefore(to)) {
            return;
        }
        Span when = new Span(from, to);
        if (when.overlaps(span)) {
            found.computeIfAbsent(meaning, none -> new ArrayList<>()).add(new Period(when, cause));
            if (++count > LIMIT) {
                throw new UnreadableEvent(Message.of("connect.calendar.too-many-times", rule.name(), LIMIT));
            }
        }
    }

    private Set<LocalDateTime> starts(Event event, Moment start, Length length) {
        Set<LocalDateTime> starts = new HashSet<>(Set.of(start.local()));
        if (event.replacesOne()) {
            return starts;
        }
        LocalDateTime from = start.clock().local(span.start().minus(length.atMost()));
        LocalDateTime to = start.clock().local(span.end()).plusDays(1);
        event.all("RRULE")
                .map(property -> Recurrence.of(property, event, start, moments))
                .forEach(recurrence -> starts.addAll(recurrence.starts(from, to, LIMIT)));
        return starts;
    }

    /** Single further times; one given with its own end is a period. */
    private void added(Event event, Meaning meaning, Length length, Set<Instant> gone, Cause cause) {
        event.all("RDATE").forEach(property -> {
            if ("PERIOD".equals(property.parameters().get("VALUE"))) {
                throw new UnreadableEvent(Message.of("connect.calendar.periods", event.title()));
            }
            moments.listed(property, event).stream()
                    .filter(moment -> !gone.contains(moment.instant()))
                    .forEach(moment -> add(meaning, moment.instant(), length.end(moment), cause));
        });
    }

    private Set<Instant> gone(Event event, List<Event> replacements) {
        Set<Instant> gone = new HashSet<>();
        event.all("EXDATE")
                .forEach(property -> moments.listed(property, event).forEach(moment -> gone.add(moment.instant())));
        for (Event replacement : replacements) {
            EventProperty which = replacement.first("RECURRENCE-ID").orElseThrow();
            if (which.parameters().containsKey("RANGE")) {
                throw new UnreadableEvent(Message.of("connect.calendar.changed-from-then", event.title()));
            }
            gone.add(moments.of(which, replacement).instant());
        }
        return gone;
    }
}
