package io.jenkins.plugins.itgc.gate;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The explained result of a rule or a group of rules: console, build page, review, message and ledger are views of it.
 *
 * @param name of the rule
 * @param outcome its result
 * @param reason why
 * @param findings what somebody must act on; empty unless the outcome blocks
 * @param children the rules that this one is made of
 */
public record Explanation(
        Message name, Outcome outcome, Message reason, List<Finding> findings, List<Explanation> children) {
    /** @throws IllegalArgumentException when a blocking leaf gives nobody anything to do */
    public Explanation {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
        findings = List.copyOf(findings);
        children = List.copyOf(children);
        if (outcome.blocks() && findings.isEmpty() && children.isEmpty()) {
            throw new IllegalArgumentException("Rule \"" + name.english() + "\" blocks without a finding.");
        }
    }

    /** A rule that holds; nobody has to do anything. */
    public static Explanation pass(Message rule, Message reason) {
        return new Explanation(rule, Outcome.PASS, reason, List.of(), List.of());
    }

    /** A rule that was not judged, because it does not apply. */
    public static Explanation skipped(Message rule, Message reason) {
        return new Explanation(rule, Outcome.SKIPPED, reason, List.of(), List.of());
    }

    /**
     * A rule that is not met until somebody acts; the first finding says why.
     *
     * @param findings at least one
     */
    public static Explanation refuse(Message rule, Finding... findings) {
        return refuse(rule, List.of(findings));
    }

    /**
     * A rule that is not met until somebody acts; the first finding says why.
     *
     * @param findings at least one
     */
    public static Explanation refuse(Message rule, List<Finding> findings) {
        return blocked(rule, Outcome.REFUSE, findings);
    }

    /** A rule that could not be judged, which blocks; the finding says why. */
    public static Explanation unknown(Message rule, Finding finding) {
        return blocked(rule, Outcome.UNKNOWN, List.of(finding));
    }

    /**
     * A rule that is not met yet and may come to be without a change of the code; the finding says what is waited for.
     */
    public static Explanation wait(Message rule, Finding finding) {
        return blocked(rule, Outcome.WAIT, List.of(finding));
    }

    /** A rule that does not let pass; the first finding says why. */
    public static Explanation blocked(Message rule, Outcome outcome, List<Finding> findings) {
        return new Explanation(rule, outcome, findings.get(0).problem(), findings, List.of());
    }

    /** A group that is as bad as its worst member; a group of nothing is UNKNOWN, since nothing was judged. */
    public static Explanation all(Message rule, List<Explanation> children) {
        Outcome worst =
                children.stream().map(Explanation::outcome).reduce(Outcome::and).orElse(Outcome.UNKNOWN);
        List<Message> blocking = children.stream()
                .filter(child -> child.outcome().blocks())
                .map(Explanation::name)
                .toList();
        Message reason =
                blocking.isEmpty() ? Message.of("gate.reason.all-met") : Message.of("gate.reason.not-met", blocking);
        List<Finding> none = children.isEmpty() ? List.of(nothingJudged(rule)) : List.of();
        return new Explanation(rule, worst, reason, none, children);
    }

    private static Finding nothingJudged(Message rule) {
        return Finding.of("gate.nothing-judged", rule.english(), null);
    }

    /** The same with another reason. */
    public Explanation because(Message other) {
        return new Explanation(name, outcome, other, findings, children);
    }

    /** Name of the rule, in English. */
    public String rule() {
        return name.english();
    }

    /** Name of the rule, in English where the language has no sentence for it. */
    public String rule(Locale locale) {
        return name.in(locale);
    }

    /** One sentence why, in English. */
    public String summary() {
        return reason.english();
    }

    /** One sentence why, in English where the language has no sentence for it. */
    public String summary(Locale locale) {
        return reason.in(locale);
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
