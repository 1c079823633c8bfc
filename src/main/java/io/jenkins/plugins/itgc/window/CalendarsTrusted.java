package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Are the copies of the calendars young enough, and do their servers agree with us what time it is. */
final class CalendarsTrusted {
    private static final Message RULE = Message.of("window.rule.calendars");

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
            Duration skew = calendar.skew();
            if (skew != null && skew.abs().compareTo(policy.maxSkew()) > 0) {
                findings.add(skewed(calendar, skew));
            }
        }
        return findings.isEmpty()
                ? Explanation.pass(RULE, trusted(evidence))
                : Explanation.blocked(RULE, Outcome.UNKNOWN, findings);
    }

    private Message trusted(WindowEvidence evidence) {
        List<Message> copies = evidence.calendars().stream()
                .filter(calendar -> calendar.trouble() != null)
                .map(calendar -> Message.of("window.part.copy", calendar.name(), calendar.readAt(), calendar.trouble()))
                .toList();
        return copies.isEmpty()
                ? Message.of("window.reason.calendars", evidence.calendars().size())
                : Message.of("window.reason.copies", copies);
    }

    private boolean tooOld(CalendarFacts calendar, WindowEvidence evidence) {
        return Duration.between(calendar.readAt(), evidence.now()).compareTo(policy.maxAge()) > 0;
    }

    private Finding old(CalendarFacts calendar) {
        return Finding.of(
                "window.calendar-outage",
                calendar.name(),
                null,
                calendar.name(),
                calendar.readAt(),
                policy.maxAge(),
                Objects.requireNonNullElse(calendar.trouble(), Message.of("window.part.not-asked")));
    }

    private Finding skewed(CalendarFacts calendar, Duration skew) {
        return Finding.of("window.clock-skew", calendar.name(), null, calendar.name(), skew.abs());
    }
}
