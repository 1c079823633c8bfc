package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/** One rule by which an event comes again. Reckons in what the clocks show; ical4j does the reckoning. */
final class Recurrence {
    private static final Set<String> TOO_OFTEN = Set.of("SECONDLY", "MINUTELY", "HOURLY");
    private static final Map<String, Integer> DAYS = Map.of("DAILY", 1, "WEEKLY", 7);

    private final Event event;
    private final Moment start;
    private final Map<String, String> parts;
    private final Moments moments;

    private Recurrence(Event event, Moment start, Map<String, String> parts, Moments moments) {
        this.event = event;
        this.start = start;
        this.parts = parts;
        this.moments = moments;
    }

    /** @throws UnreadableEvent when it is no rule, or one that comes more often than events that people plan */
    static Recurrence of(EventProperty rule, Event event, Moment start, Moments moments) {
        Map<String, String> parts;
        try {
            parts = Arrays.stream(rule.value().toUpperCase(Locale.ROOT).split(";", -1))
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.split("=", 2))
                    .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        } catch (IllegalStateException | ArrayIndexOutOfBoundsException e) {
            throw unreadable(event, rule.value(), e);
        }
        if (TOO_OFTEN.contains(parts.getOrDefault("FREQ", ""))) {
            throw new UnreadableEvent(
                    Message.of("connect.calendar.too-often", event.title(), String.valueOf(parts.get("FREQ"))));
        }
        if (!parts.getOrDefault("INTERVAL", "1").matches("0*[1-9]\\d{0,3}")) {
            throw unreadable(event, rule.value(), null);
        }
        return new Recurrence(event, start, parts, moments);
    }

    private static UnreadableEvent unreadable(Event event, String rule, @Nullable RuntimeException cause) {
        return new UnreadableEvent(Message.of("connect.calendar.no-rule", event.title(), rule), cause);
    }

    /** Starts from one local time to another. */
    List<LocalDateTime> starts(LocalDateTime from, LocalDateTime to, int limit) {
        String rule = parts.entrySet().stream()
                .filter(part -> !part.getKey().equals("UNTIL"))
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
        try {
            Predicate<LocalDateTime> inTime = until();
            return new Recur<LocalDateTime>(rule)
                    .getDates(seed(from), from, to, limit).stream()
                            .filter(inTime)
                            .toList();
        } catch (RuntimeException e) { // An odd rule makes the library fail in many ways, none of them documented.
            throw unreadable(event, rule, e);
        }
    }

    /** Reckoning from long ago would take long: a daily or weekly rule without a count starts later just as well. */
    private LocalDateTime seed(LocalDateTime from) {
        Integer days = DAYS.get(parts.getOrDefault("FREQ", ""));
        if (days == null || parts.containsKey("COUNT") || !start.local().isBefore(from)) {
            return start.local();
        }
        long step = (long) days * Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
        // By whole weeks too, so that the days of the week stay where they are.
        long turn = step % 7 == 0 ? step : step * 7;
        long turns = Math.max(0, ChronoUnit.DAYS.between(start.local(), from) / turn - 1);
        return start.local().plusDays(turns * turn);
    }

    /** The last one may be given in UTC, in local time or as a day. */
    private Predicate<LocalDateTime> until() {
        String text = parts.get("UNTIL");
        if (text == null) {
            return any -> true;
        }
        Moment until = moments.of(new EventProperty("UNTIL", Map.of(), text), event);
        if (until.wholeDay()) {
            return local -> !local.toLocalDate().isAfter(until.local().toLocalDate());
        }
        return text.endsWith("Z") && !start.wholeDay()
                ? local -> !start.at(local).instant().isAfter(until.instant())
                : local -> !local.isAfter(until.local());
    }
}
