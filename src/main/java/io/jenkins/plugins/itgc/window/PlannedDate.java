package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Has the date come that the pull requests plan. */
final class PlannedDate {
    private static final String RULE = "Planned date";

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
            return Explanation.skipped(RULE, "No pull request plans a date.");
        }
        PlannedRelease planned = last.get();
        if (!evidence.now().isBefore(planned.at())) {
            return Explanation.pass(RULE, "The planned date has come: " + planned.text() + ".");
        }
        Finding finding = new Finding(
                "window.planned-later",
                "Pull request #" + planned.pullRequest() + " plans its release for " + planned.text() + ", that is "
                        + planned.at() + ".",
                "#" + planned.pullRequest(),
                planned.link(),
                "Wait until then, or change the date: the Deploy-Date line of the pull request, or /deploy schedule.");
        boolean wait = policy.waits() && !tooLate(evidence, planned.at());
        return new Explanation(
                RULE, wait ? Outcome.WAIT : Outcome.REFUSE, finding.what(), List.of(finding), List.of());
    }

    private boolean tooLate(WindowEvidence evidence, Instant at) {
        return policy.waitAtMost() != null
                && at.isAfter(evidence.askedAt().plus(policy.waitAtMost()));
    }

    private static Optional<PlannedRelease> latest(WindowEvidence evidence) {
        return evidence.planned().stream().max(Comparator.comparing(PlannedRelease::at));
    }

    private static Finding unreadable(String sentence) {
        return new Finding(
                "window.planned-unreadable",
                sentence,
                "Deploy-Date",
                null,
                "Write it as \"Deploy-Date: 2026-11-25 10:00 Asia/Tokyo\", or remove the line.");
    }

    /** When the last of the planned dates comes, if it is still ahead. */
    static Optional<Instant> ahead(WindowEvidence evidence) {
        return latest(evidence).map(PlannedRelease::at).filter(at -> at.isAfter(evidence.now()));
    }
}
