package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what the judgement of a moment rests on. */
public final class WindowReader {
    /** How far ahead an opening is looked for. */
    public static final Duration AHEAD = Duration.ofDays(92);

    private final WindowPolicy policy;
    private final Sources sources;
    private final InParallel parallel;
    private final Clock clock;

    /**
     * @param policy of the environment; names its calendars and rules
     * @param sources the systems of record
     * @param parallel reads the calendars side by side
     * @param clock says which moment is judged
     */
    public WindowReader(WindowPolicy policy, Sources sources, InParallel parallel, Clock clock) {
        this.policy = policy;
        this.sources = sources;
        this.parallel = parallel;
        this.clock = clock;
    }

    /** The systems of record. */
    public record Sources(Changes changes, Calendars calendars, Overrides overrides) {
        /** For asking how a window is, whatever the change. */
        public static Sources of(Calendars calendars) {
            Changes none = () -> {
                throw new IllegalStateException("Nobody asks about a change here.");
            };
            return new Sources(none, calendars, (change, service) -> Optional.empty());
        }
    }

    /**
     * Reads everything, calendars side by side.
     *
     * @param askedAt when the pipeline began to ask
     */
    WindowEvidence read(@Nullable String service, Instant askedAt) throws EvidenceUnavailable, InterruptedException {
        InParallel.Read<Changes.Found> found = parallel.begin(sources.changes()::read);
        List<Calendars.Copy> copies = calendars();
        Changes.Found change = found.get();
        Change asked = Objects.requireNonNull(change.change(), "A gate is asked about a change.");
        return evidence(change, copies, sources.overrides().of(asked, service).orElse(null), askedAt);
    }

    /** What stands in the calendars now, of no change in particular: for who wants to know why it is closed. */
    public WindowEvidence standing() throws EvidenceUnavailable, InterruptedException {
        Changes.Found nothing = new Changes.Found(null, List.of(), List.of());
        return evidence(nothing, calendars(), null, clock.instant());
    }

    private WindowEvidence evidence(
            Changes.Found change, List<Calendars.Copy> copies, @Nullable WindowOverride override, Instant askedAt) {
        // Taken last: what was true before the reads began is not what is judged.
        Instant now = clock.instant();
        Timetable timetable = Timetable.of(policy, copies, new Span(now, now.plus(AHEAD)));
        return new WindowEvidence(
                change.change(),
                now,
                askedAt,
                timetable.windows(),
                timetable.freezes(),
                timetable.until(),
                facts(copies),
                policy.plannedDates() ? change.planned() : List.of(),
                policy.plannedDates() ? change.unreadable() : List.of(),
                override);
    }

    /** What each calendar says from now on. */
    private List<Calendars.Copy> calendars() throws EvidenceUnavailable, InterruptedException {
        Instant now = clock.instant();
        Span span = new Span(now, now.plus(AHEAD));
        List<Calendars.Copy> copies = new ArrayList<>();
        List<InParallel.Read<Calendars.Copy>> reads = new ArrayList<>();
        for (CalendarRule calendar : policy.calendars()) {
            Calendars.Copy known = sources.calendars().atHand(calendar, span);
            copies.add(known);
            reads.add(known == null ? parallel.begin(() -> sources.calendars().read(calendar, span)) : null);
        }
        for (int i = 0; i < reads.size(); i++) {
            if (reads.get(i) != null) {
                copies.set(i, reads.get(i).get());
            }
        }
        return copies;
    }

    private List<CalendarFacts> facts(List<Calendars.Copy> copies) {
        List<CalendarFacts> facts = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            Calendars.Copy copy = copies.get(i);
            facts.add(new CalendarFacts(policy.calendars().get(i).name(), copy.readAt(), copy.skew(), copy.trouble()));
        }
        return facts;
    }
}
