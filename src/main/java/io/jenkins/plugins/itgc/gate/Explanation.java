package io.jenkins.plugins.itgc.gate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The explained result of a rule or a group of rules: console, build page, review, message and ledger are views of it.
 *
 * @param rule name of the rule, for people
 * @param outcome its result
 * @param summary one sentence why
 * @param findings what somebody must act on; empty unless the outcome blocks
 * @param children the rules that this one is made of
 */
public record Explanation(
        String rule, Outcome outcome, String summary, List<Finding> findings, List<Explanation> children) {
    /** @throws IllegalArgumentException when a blocking leaf gives nobody anything to do */
    public Explanation {
        findings = List.copyOf(findings);
        children = List.copyOf(children);
        if (outcome.blocks() && findings.isEmpty() && children.isEmpty()) {
            throw new IllegalArgumentException("Rule \"" + rule + "\" blocks without a finding.");
        }
    }

    public static Explanation pass(String rule, String summary) {
        return new Explanation(rule, Outcome.PASS, summary, List.of(), List.of());
    }

    public static Explanation skipped(String rule, String summary) {
        return new Explanation(rule, Outcome.SKIPPED, summary, List.of(), List.of());
    }

    public static Explanation refuse(String rule, Finding... findings) {
        return refuse(rule, List.of(findings));
    }

    public static Explanation refuse(String rule, List<Finding> findings) {
        return new Explanation(rule, Outcome.REFUSE, findings.get(0).what(), findings, List.of());
    }

    public static Explanation unknown(String rule, Finding finding) {
        return new Explanation(rule, Outcome.UNKNOWN, finding.what(), List.of(finding), List.of());
    }

    /** A group that is as bad as its worst member; a group of nothing is UNKNOWN, since nothing was judged. */
    public static Explanation all(String rule, List<Explanation> children) {
        Outcome worst =
                children.stream().map(Explanation::outcome).reduce(Outcome::and).orElse(Outcome.UNKNOWN);
        List<Explanation> blocking =
                children.stream().filter(c -> c.outcome().blocks()).toList();
        String summary = blocking.isEmpty()
                ? "All rules hold."
                : "Rules that do not hold: " + blocking.stream().map(Explanation::rule).collect(Collectors.joining(", ")) + ".";
        List<Finding> none = children.isEmpty() ? List.of(nothingJudged(rule)) : List.of();
        return new Explanation(rule, worst, summary, none, children);
    }

    private static Finding nothingJudged(String rule) {
        return new Finding(
                "gate.nothing-judged", "No rule was judged.", rule, null, "Configure at least one rule for this gate.");
    }

    /** Every finding of this node and below, the gravest outcome first, otherwise in the order of the rules. */
    public List<Finding> allFindings() {
        return Stream.of(Outcome.REFUSE, Outcome.UNKNOWN, Outcome.WAIT)
                .flatMap(this::findingsOf)
                .toList();
    }

    private Stream<Finding> findingsOf(Outcome wanted) {
        Stream<Finding> own = outcome == wanted ? findings.stream() : Stream.empty();
        return Stream.concat(own, children.stream().flatMap(child -> child.findingsOf(wanted)));
    }
}
