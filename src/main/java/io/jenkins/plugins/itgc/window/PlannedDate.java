package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Has the date come that the pull requests plan. */
final class PlannedDate {
    private static final Message RULE = Message.of("window.rule.planned-date");

    private final WindowPolicy policy;

    PlannedDate(WindowPolicy policy) {
        this.policy = policy;
    }

    Explanation judge(WindowEvidence evidence) {
        if (!evidence.unreadable().isEmpty()) {
            return Explanation.unknown(RULE, unreadable(evidence.unreadable().get(0)));
        }
        Optional<PlannedRelease> last = latest(evidence);
        if (last.isEmpty()) {
            return Explanation.skipped(RULE, Message.of("window.reason.no-date"));
        }
        PlannedRelease planned = last.get();
        if (!evidence.now().isBefore(planned.at())) {
            return Explanation.pass(RULE, Message.of("window.reason.date-come", planned.text()));
        }
        Finding finding = Finding.of(
                "window.planned-later",
                "#" + planned.pullRequest(),
                planned.link(),
                planned.pullRequest(),
                planned.text(),
                planned.at());
        boolean wait = policy.waits() && !tooLate(evidence, planned.at());
        return Explanation.blocked(RULE, wait ? Outcome.WAIT : Outcome.REFUSE, List.of(finding));
    }

    private boolean tooLate(WindowEvidence evidence, Instant at) {
        return policy.waitAtMost() != null && at.isAfter(evidence.askedAt().plus(policy.waitAtMost()));
    }

    private static Optional<PlannedRelease> latest(WindowEvidence evidence) {
        return evidence.planned().stream().max(Comparator.comparing(PlannedRelease::at));
    }

    private static Finding unreadable(Message sentence) {
        return Finding.of("window.planned-unreadable", "Deploy-Date", null, sentence);
    }

    /** When the last of the planned dates comes, if it is still ahead. */
    static Optional<Instant> ahead(WindowEvidence evidence) {
        return latest(evidence).map(PlannedRelease::at).filter(at -> at.isAfter(evidence.now()));
    }
}
