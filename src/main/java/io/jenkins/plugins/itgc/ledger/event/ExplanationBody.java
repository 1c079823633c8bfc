package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Explanation;
import java.util.List;
import java.util.stream.Stream;

/**
 * The explained result of a rule or a group of rules, as it was said then.
 *
 * @param rule name of the rule
 * @param outcome SKIPPED, PASS, WAIT, UNKNOWN or REFUSE
 * @param summary one sentence why
 * @param findings what somebody must act on
 * @param children the rules that this one is made of
 */
public record ExplanationBody(
        String rule, String outcome, String summary, List<FindingBody> findings, List<ExplanationBody> children) {
    public ExplanationBody {
        findings = findings == null ? List.of() : List.copyOf(findings);
        children = children == null ? List.of() : List.copyOf(children);
    }

    /** Null for null. */
    public static ExplanationBody of(Explanation explanation) {
        return explanation == null
                ? null
                : new ExplanationBody(
                        explanation.rule(),
                        explanation.outcome().name(),
                        explanation.summary(),
                        explanation.findings().stream().map(FindingBody::of).toList(),
                        explanation.children().stream()
                                .map(ExplanationBody::of)
                                .toList());
    }

    /** Every finding of this rule and below, in the order of the rules. */
    public List<FindingBody> allFindings() {
        return Stream.concat(findings.stream(), children.stream().flatMap(child -> child.allFindings().stream()))
                .toList();
    }
}
