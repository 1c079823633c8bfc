package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether this is a moment to deploy. A pure function. */
public final class WindowJudge {
    private static final String RULE = "Deploy window";

    private final WindowPolicy policy;
    private final CalendarsTrusted calendars;
    private final PlannedDate planned;

    public WindowJudge(WindowPolicy policy) {
        this.policy = policy;
        this.calendars = new CalendarsTrusted(policy);
        this.planned = new PlannedDate(policy);
    }

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
        return summed(Explanation.all("Calendar of " + policy.environment(), rules));
    }

    /** Says what is waited for rather than which rule does not hold. */
    private static Explanation summed(Explanation all) {
        String summary = all.children().stream()
                .filter(rule -> rule.outcome() == all.outcome())
                .map(Explanation::summary)
                .reduce((first, second) -> second)
                .orElse(all.summary());
        return new Explanation(all.rule(), all.outcome(), summary, all.findings(), all.children());
    }

    private Explanation window(WindowEvidence evidence) {
        Openings openings = openings(evidence);
        Optional<Period> open = openings.at(evidence.now());
        if (open.isPresent() && openings.enough(open.get(), evidence.now())) {
            Period period = open.get();
            return Explanation.pass(
                    RULE, "Open until " + end(period, evidence) + " by " + period.cause().name() + ".");
        }
        WindowOverride override = evidence.override();
        if (override != null && evidence.now().isBefore(override.until())) {
            return Explanation.pass(
                    RULE,
                    "Closed, but " + override.person() + " allows this deploy until " + override.until() + ": "
                            + override.reason() + " (entry " + override.evidenceId() + ").");
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
        String why = why(freeze, tooShort, evidence);
        String then = next.map(opening -> " It opens next at " + opening.span().start() + " by "
                        + opening.cause().name() + ".")
                .orElse(" No opening is known before " + evidence.until() + ".");
        String link = freeze.or(() -> next).map(period -> period.cause().link()).orElse(null);
        Finding finding = finding(why + then, link, next.map(opening -> opening.span().start()));
        boolean wait = policy.waits() && !tooLate(evidence, next);
        return new Explanation(
                RULE, wait ? Outcome.WAIT : Outcome.REFUSE, finding.what(), List.of(finding), List.of());
    }

    /** What lasts up to the end of what is known may last longer. */
    private static String end(Period period, WindowEvidence evidence) {
        Instant end = period.span().end();
        return end.equals(evidence.until()) ? "at least " + end : end.toString();
    }

    private String why(Optional<Period> freeze, Optional<Period> tooShort, WindowEvidence evidence) {
        if (freeze.isPresent()) {
            Period period = freeze.get();
            return "Closed by the freeze " + period.cause().name() + " until " + end(period, evidence) + ".";
        }
        return tooShort.map(period -> "Closed: the window ends at " + period.span().end() + ", sooner than "
                        + text(policy.minRemaining()) + " from now.")
                .orElse("Closed: no window is open now.");
    }

    private boolean tooLate(WindowEvidence evidence, Optional<Period> next) {
        if (policy.waitAtMost() == null) {
            return false;
        }
        Instant last = evidence.askedAt().plus(policy.waitAtMost());
        Instant opening = next.map(period -> period.span().start()).orElse(evidence.until());
        return opening.isAfter(last);
    }

    private Finding finding(String what, String link, Optional<Instant> opening) {
        String next = policy.waits() && opening.isPresent()
                ? "Wait until then, or let somebody who may override the window of " + policy.environment()
                        + " do so with a reason."
                : "Deploy when it is open, or let somebody who may override the window of " + policy.environment()
                        + " do so with a reason.";
        return new Finding("window.closed", what, policy.environment(), link, next);
    }

    /** When what holds it up may be over; null when nothing is known. */
    Optional<Instant> opening(WindowEvidence evidence) {
        return openings(evidence).next(evidence.now()).map(period -> period.span().start());
    }

    static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
