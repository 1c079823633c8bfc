package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether this is a moment to deploy. A pure function. */
public final class WindowJudge {
    private static final Message RULE = Message.of("window.rule.window");

    private final WindowPolicy policy;
    private final CalendarsTrusted calendars;
    private final PlannedDate planned;

    /** @param policy of the environment */
    public WindowJudge(WindowPolicy policy) {
        this.policy = policy;
        this.calendars = new CalendarsTrusted(policy);
        this.planned = new PlannedDate(policy);
    }

    /**
     * Whether a deploy may go out now. What cannot be trusted, such as an old copy of a calendar, makes it unknown, and
     * then no time is told.
     */
    public Explanation judge(WindowEvidence evidence) {
        List<Explanation> rules = new ArrayList<>();
        rules.add(calendars.judge(evidence));
        if (policy.plannedDates()) {
            rules.add(planned.judge(evidence));
        }
        // Times are told only by calendars that can be trusted.
        if (rules.stream().allMatch(rule -> rule.outcome() != Outcome.UNKNOWN)) {
            rules.add(window(evidence));
        }
        return summed(Explanation.all(Message.of("window.rule.calendar", policy.environment()), rules));
    }

    /** Says what is waited for rather than which rule does not hold. */
    private static Explanation summed(Explanation all) {
        return all.because(all.children().stream()
                .filter(rule -> rule.outcome() == all.outcome())
                .map(Explanation::reason)
                .reduce((first, second) -> second)
                .orElse(all.reason()));
    }

    private Explanation window(WindowEvidence evidence) {
        Openings openings = openings(evidence);
        Optional<Period> open = openings.at(evidence.now());
        if (open.isPresent() && openings.enough(open.get(), evidence.now())) {
            return Explanation.pass(RULE, open(open.get(), evidence));
        }
        WindowOverride override = evidence.override();
        if (override != null && evidence.now().isBefore(override.until())) {
            return Explanation.pass(
                    RULE,
                    Message.of(
                            "window.reason.override",
                            override.person(),
                            override.until(),
                            override.reason(),
                            override.evidenceId()));
        }
        return closed(evidence, openings, open);
    }

    Openings openings(WindowEvidence evidence) {
        Timetable timetable = new Timetable(evidence.windows(), evidence.freezes(), evidence.until());
        return new Openings(timetable, policy.minRemaining());
    }

    private Explanation closed(WindowEvidence evidence, Openings openings, Optional<Period> tooShort) {
        Optional<Period> next = openings.next(evidence.now());
        Optional<Period> freeze = openings.freeze(evidence.now());
        String link = freeze.or(() -> next).map(period -> period.cause().link()).orElse(null);
        Message problem = Message.of("window.closed.what", why(freeze, tooShort, evidence), then(next, evidence));
        Message remedy = policy.waits() && next.isPresent()
                ? Message.of("window.closed.next.wait", policy.environment())
                : Message.of("window.closed.next", policy.environment());
        Finding finding = new Finding("window.closed", problem, policy.environment(), link, remedy);
        boolean wait = policy.waits() && !tooLate(evidence, next);
        return Explanation.blocked(RULE, wait ? Outcome.WAIT : Outcome.REFUSE, List.of(finding));
    }

    private static Message then(Optional<Period> next, WindowEvidence evidence) {
        return next.map(opening -> Message.of(
                        "window.part.opens",
                        opening.span().start(),
                        opening.cause().name()))
                .orElse(Message.of("window.part.none-within", days(evidence)));
    }

    private static Message open(Period period, WindowEvidence evidence) {
        String by = period.cause().name();
        return lasts(period, evidence)
                ? Message.of("window.reason.open-on", days(evidence), by)
                : Message.of(
                        "window.reason.open",
                        Message.of("window.part.at", period.span().end()),
                        by);
    }

    private static Message frozen(Period period, WindowEvidence evidence) {
        String by = period.cause().name();
        return lasts(period, evidence)
                ? Message.of("window.part.freeze-on", by, days(evidence))
                : Message.of(
                        "window.part.freeze",
                        by,
                        Message.of("window.part.at", period.span().end()));
    }

    /** Whether it reaches the end of what is known, and may last longer. */
    private static boolean lasts(Period period, WindowEvidence evidence) {
        return period.span().end().equals(evidence.until());
    }

    /** How far ahead something is known. The end itself is another one at each look, and would make each a new decision. */
    private static long days(WindowEvidence evidence) {
        return Duration.between(evidence.now(), evidence.until()).toDays();
    }

    private Message why(Optional<Period> freeze, Optional<Period> tooShort, WindowEvidence evidence) {
        if (freeze.isPresent()) {
            return frozen(freeze.get(), evidence);
        }
        return tooShort.map(period ->
                        Message.of("window.part.ends-soon", period.span().end(), policy.minRemaining()))
                .orElse(Message.of("window.part.closed"));
    }

    private boolean tooLate(WindowEvidence evidence, Optional<Period> next) {
        if (policy.waitAtMost() == null) {
            return false;
        }
        Instant last = evidence.askedAt().plus(policy.waitAtMost());
        Instant opening = next.map(period -> period.span().start()).orElse(evidence.until());
        return opening.isAfter(last);
    }

    /** When what holds it up may be over; empty when nothing is known. */
    Optional<Instant> opening(WindowEvidence evidence) {
        return openings(evidence).next(evidence.now()).map(period -> period.span()
                .start());
    }
}
