package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Are the copies of the calendars young enough, and do their servers agree with us what time it is. */
final class CalendarsTrusted {
    private static final String RULE = "Calendars and clock";

    private final WindowPolicy policy;

    CalendarsTrusted(WindowPolicy policy) {
        this.policy = policy;
    }

    Explanation judge(WindowEvidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (CalendarFacts calendar : evidence.calendars()) {
            if (tooOld(calendar, evidence)) {
                findings.add(old(calendar));
            }
            if (calendar.skew() != null && calendar.skew().abs().compareTo(policy.maxSkew()) > 0) {
                findings.add(skewed(calendar));
            }
        }
        return findings.isEmpty()
                ? Explanation.pass(RULE, trusted(evidence))
                : new Explanation(RULE, Outcome.UNKNOWN, findings.get(0).what(), findings, List.of());
    }

    private String trusted(WindowEvidence evidence) {
        List<String> copies = evidence.calendars().stream()
                .filter(calendar -> calendar.trouble() != null)
                .map(calendar -> "\"" + calendar.name() + "\" as of " + calendar.readAt() + ", since it cannot be read: "
                        + calendar.trouble())
                .toList();
        return copies.isEmpty()
                ? "Calendars read: " + evidence.calendars().size() + "."
                : "By the last good copy of " + String.join("; ", copies);
    }

    private boolean tooOld(CalendarFacts calendar, WindowEvidence evidence) {
        return Duration.between(calendar.readAt(), evidence.now()).compareTo(policy.maxAge()) > 0;
    }

    private Finding old(CalendarFacts calendar) {
        return new Finding(
                "window.calendar-outage",
                "The calendar \"" + calendar.name() + "\" could not be read since " + calendar.readAt() + ", longer than "
                        + WindowJudge.text(policy.maxAge()) + ": " + calendar.trouble(),
                calendar.name(),
                null,
                "See that the calendar can be read again.");
    }

    private Finding skewed(CalendarFacts calendar) {
        return new Finding(
                "window.clock-skew",
                "The clock of the calendar server of \"" + calendar.name() + "\" differs from the controller's by "
                        + WindowJudge.text(calendar.skew().abs()) + ", so nobody knows what time it is.",
                calendar.name(),
                null,
                "Set both clocks right.");
    }
}
