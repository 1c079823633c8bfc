package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.itgc.gate.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The explained result of a rule or a group of rules, in English as it was said then, and as data.
 *
 * @param rule name of the rule
 * @param outcome SKIPPED, PASS, WAIT, UNKNOWN or REFUSE
 * @param summary one sentence why
 * @param findings what somebody must act on
 * @param children the rules that this one is made of
 * @param name of the rule, as data; null in entries of before it was kept
 * @param reason why, as data; null in entries of before it was kept
 */
public record ExplanationBody(
        String rule,
        String outcome,
        String summary,
        List<FindingBody> findings,
        List<ExplanationBody> children,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageBody name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageBody reason) {
    public ExplanationBody {
        findings = OrEmpty.list(findings);
        children = OrEmpty.list(children);
    }

    /** An explanation as entries keep it, with all rules below. */
    public static ExplanationBody of(Explanation explanation) {
        return new ExplanationBody(
                explanation.rule(),
                explanation.outcome().name(),
                explanation.summary(),
                explanation.findings().stream().map(FindingBody::of).toList(),
                explanation.children().stream().map(ExplanationBody::of).toList(),
                MessageBody.of(explanation.name()),
                MessageBody.of(explanation.reason()));
    }

    /** Name of the rule, in the reader's language. */
    public String rule(Locale locale) {
        return MessageBody.in(locale, name, rule);
    }

    /** One sentence why, in the reader's language. */
    public String summary(Locale locale) {
        return MessageBody.in(locale, reason, summary);
    }

    /** Every finding of this rule and below, in the order of the rules. */
    public List<FindingBody> allFindings() {
        return Stream.concat(findings.stream(), children.stream().flatMap(child -> child.allFindings().stream()))
                .toList();
    }
}
