package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.CalendarRule.Meaning;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Period;
import io.jenkins.plugins.itgc.window.Span;
import io.jenkins.plugins.itgc.window.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The last good copy of one calendar. Safe for use by several threads; they read the calendar once for all. */
public final class CalendarCopy {
    /** As long as this a copy counts as fresh, so that many who wait do not ask many times. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final int REMEMBERED = 8;

    private final CalendarSource source;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<Request, Told> told = new LinkedHashMap<>();
    private CalendarSource.@Nullable Loaded loaded;
    private Instant readAt = Instant.MIN;
    private Instant triedAt = Instant.MIN;
    private @Nullable Message trouble;

    /** @param source what is copied; read when first asked for */
    public CalendarCopy(CalendarSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    private record Request(CalendarRule rule, Span span) {}

    private record Told(Timeline windows, Timeline freezes, List<Period> releases) {}

    /** The calendar itself, which {@link #read} asks only when the copy is not fresh. */
    public CalendarSource source() {
        return source;
    }

    /** Lets the next read ask the calendar itself: something changed in it. */
    public void forget() {
        reading.lock();
        try {
            triedAt = Instant.MIN;
        } finally {
            reading.unlock();
        }
    }

    /** See {@link Calendars#read}. */
    public Calendars.Copy read(CalendarRule rule, Span span) throws EvidenceUnavailable, InterruptedException {
        reading.lockInterruptibly();
        try {
            if (triedAt.plus(FRESH).isBefore(clock.instant())) {
                load();
            }
            Span days = wholeDays(span);
            return copy(told(new Request(rule, days)), days);
        } finally {
            reading.unlock();
        }
    }

    /** See {@link Calendars#atHand}. */
    public Calendars.@Nullable Copy atHand(CalendarRule rule, Span span) {
        if (!reading.tryLock()) {
            return null;
        }
        try {
            Span days = wholeDays(span);
            boolean fresh = !triedAt.plus(FRESH).isBefore(clock.instant());
            Told known = fresh ? told.get(new Request(rule, days)) : null;
            return known == null ? null : copy(known, days);
        } finally {
            reading.unlock();
        }
    }

    private Calendars.Copy copy(Told answer, Span days) {
        return new Calendars.Copy(
                answer.windows(), answer.freezes(), answer.releases(), days.end(), readAt, good().skew(), trouble);
    }

    private void load() throws EvidenceUnavailable, InterruptedException {
        Instant now = clock.instant();
        try {
            CalendarSource.Loaded fresh = source.load(loaded);
            if (loaded == null || !fresh.events().equals(loaded.events())) {
                told.clear();
            }
            loaded = fresh;
            readAt = now;
            trouble = null;
        } catch (EvidenceUnavailable e) {
            if (loaded == null) {
                throw e;
            }
            trouble = e.finding().problem();
        }
        // After reading, however long it took: otherwise a slow calendar would be read for each question.
        triedAt = clock.instant();
    }

    private CalendarSource.Loaded good() {
        return Objects.requireNonNull(loaded, "Nothing is told before it was read once.");
    }

    /** So that questions of the same day have the same answer ready. */
    private static Span wholeDays(Span span) {
        return new Span(
                span.start().truncatedTo(ChronoUnit.DAYS),
                span.end().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    }

    private Told told(Request asked) throws EvidenceUnavailable {
        Told known = told.get(asked);
        if (known == null) {
            known = reckoned(asked);
            if (told.size() == REMEMBERED) {
                told.remove(told.keySet().iterator().next());
            }
            told.put(asked, known);
        }
        return known;
    }

    private Told reckoned(Request asked) throws EvidenceUnavailable {
        try {
            Map<Meaning, List<Period>> found = Occurrences.of(asked.rule(), good().events(), asked.span());
            return new Told(
                    Timeline.of(found.getOrDefault(Meaning.WINDOW, List.of())),
                    Timeline.of(found.getOrDefault(Meaning.FREEZE, List.of())),
                    found.getOrDefault(Meaning.RELEASE, List.of()));
        } catch (UnreadableEvent e) {
            throw IcsSource.unreadable(asked.rule().name(), e);
        }
    }
}
