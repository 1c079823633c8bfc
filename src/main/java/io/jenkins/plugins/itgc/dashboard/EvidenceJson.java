package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.ExplanationBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a ruling's entry in the ledger explains, in the reader's language. */
public final class EvidenceJson {
    private final @Nullable ExplanationBody explanation;
    private final Locale locale;

    /** A rule with what it found and the rules it is made of. */
    public record Rule(String rule, String outcome, String summary, List<FindingJson> findings, List<Rule> children) {
        private static Rule of(ExplanationBody body, Locale locale) {
            return new Rule(
                    body.rule(locale),
                    body.outcome(),
                    body.summary(locale),
                    body.findings().stream()
                            .map(finding -> FindingJson.of(finding, locale))
                            .toList(),
                    body.children().stream().map(child -> of(child, locale)).toList());
        }
    }

    private EvidenceJson(@Nullable ExplanationBody explanation, Locale locale) {
        this.explanation = explanation;
        this.locale = locale;
    }

    /** @param sequence of the ruling's entry */
    static EvidenceJson of(long sequence, PageView view) {
        @Nullable
        ExplanationBody explanation = new EventLog(view.data().ledger())
                .entry(sequence)
                .filter(recorded -> recorded.event() instanceof RulingEvent)
                .map(recorded -> ((RulingEvent) recorded.event()).body().explanation())
                .orElse(null);
        return new EvidenceJson(explanation, view.reader().locale());
    }

    /** The tree of rules; null when the entry has none. */
    @Nullable
    Rule rules() {
        return explanation == null ? null : Rule.of(explanation, locale);
    }

    /** @param english the reason that was recorded with the ruling; may be null */
    @Nullable
    String reason(@Nullable String english) {
        return explanation == null || !explanation.summary().equals(english) ? english : explanation.summary(locale);
    }

    /** All findings of the tree. */
    List<FindingJson> findings() {
        return explanation == null
                ? List.of()
                : explanation.allFindings().stream()
                        .map(finding -> FindingJson.of(finding, locale))
                        .toList();
    }
}
