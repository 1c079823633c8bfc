package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.Subject;

/** Says that the ledger does not tell what a window needs to know. */
final class Unreadable {
    private Unreadable() {}

    static EvidenceUnavailable in(Subject subject, LedgerFailure why) {
        return new EvidenceUnavailable(
                Finding.of("ledger.unreadable", subject.text(), null, Worded.of(why)), null, why);
    }
}
