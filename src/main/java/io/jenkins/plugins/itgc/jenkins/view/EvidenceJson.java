package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.ExplanationBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.util.List;

/** What a ruling's entry in the ledger explains. */
final class EvidenceJson {
    private final ExplanationBody explanation;

    /** A rule with what it found and the rules it is made of. */
    record Rule(String rule, String outcome, String summary, List<FindingJson> findings, List<Rule> children) {
        private static Rule of(ExplanationBody body) {
            return new Rule(
                    body.rule(),
                    body.outcome(),
                    body.summary(),
                    body.findings().stream().map(FindingJson::of).toList(),
                    body.children().stream().map(Rule::of).toList());
        }
    }

    private EvidenceJson(ExplanationBody explanation) {
        this.explanation = explanation;
    }

    /** @param sequence of the ruling's entry */
    static EvidenceJson of(long sequence) {
        return new EvidenceJson(new EventLog(ItgcServices.get().ledger())
                .entry(sequence)
                .filter(recorded -> recorded.event() instanceof RulingEvent)
                .map(recorded -> ((RulingEvent) recorded.event()).body().explanation())
                .orElse(null));
    }

    /** The tree of rules; null when the entry has none. */
    Rule rules() {
        return explanation == null ? null : Rule.of(explanation);
    }

    /** All findings of the tree. */
    List<FindingJson> findings() {
        return explanation == null
                ? List.of()
                : explanation.allFindings().stream().map(FindingJson::of).toList();
    }
}
