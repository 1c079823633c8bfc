package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges whether a change is approved. A pure function. */
public final class ApprovalJudge {
    private final ApprovalPolicy policy;

    /** @param policy of the environment that would be deployed to */
    public ApprovalJudge(ApprovalPolicy policy) {
        this.policy = policy;
    }

    /**
     * Whether those who must agree do: the ordinary rules with the quorum by themselves, or break-glass by itself when it was
     * invoked and confirmed; while neither is so, what keeps either is told. A change that nobody was asked about is refused.
     */
    public Explanation judge(ApprovalEvidence evidence) {
        Message name = Message.of(
                "approval.rule.approval",
                evidence.change().readCommit().abbreviated(),
                evidence.change().deployedTo());
        if (evidence.request() == null) {
            return Explanation.all(name, List.of(notRequested(evidence)));
        }
        Optional<Explanation> breakGlass = new BreakGlassRule(policy).judge(evidence);
        if (breakGlass.isPresent() && !breakGlass.get().outcome().blocks()) {
            return Explanation.all(name, List.of(breakGlass.get()));
        }
        Tally tally = Tally.of(evidence, policy);
        List<Explanation> rules = Stream.of(
                        handsKnown(evidence),
                        starterKnown(evidence),
                        reviewsHeld(evidence),
                        notRefused(tally, evidence),
                        quorum(tally, evidence))
                .toList();
        Explanation ordinary = Explanation.all(name, rules);
        if (!ordinary.outcome().blocks() || breakGlass.isEmpty()) {
            return ordinary;
        }
        return Explanation.all(
                name, Stream.concat(rules.stream(), breakGlass.stream()).toList());
    }

    private static Explanation notRequested(ApprovalEvidence evidence) {
        return Explanation.refuse(
                Message.of("approval.rule.requested"),
                Finding.of("approval.not-requested", CarriedChange.subject(evidence.change()), null));
    }

    private static Explanation handsKnown(ApprovalEvidence evidence) {
        Message rule = Message.of("approval.rule.contributors-known");
        List<Finding> unknown = Stream.concat(
                        evidence.carried().strays().stream().map(commit -> stray(commit, evidence)),
                        evidence.carried().hands().stream()
                                .filter(hand -> hand.login() == null)
                                .map(ApprovalJudge::unattributed))
                .toList();
        return unknown.isEmpty()
                ? Explanation.pass(rule, Message.of("approval.reason.contributors-known"))
                : Explanation.refuse(rule, unknown);
    }

    private static Finding stray(String commit, ApprovalEvidence evidence) {
        return Finding.of(
                "approval.unreviewed-commit", evidence.change().repository().toString(), null, commit);
    }

    private static Finding unattributed(Hand hand) {
        return Finding.of("approval.unattributed", hand.where(), null, hand.part());
    }

    private static Explanation starterKnown(ApprovalEvidence evidence) {
        Message rule = Message.of("approval.rule.starter-known");
        Account account = evidence.starter().account();
        if (account == null || !evidence.starter().unknown()) {
            return Explanation.pass(rule, Message.of("approval.reason.starter-known"));
        }
        return Explanation.refuse(rule, Finding.of("approval.starter-unknown", account.id(), null, account.toString()));
    }

    private static Explanation reviewsHeld(ApprovalEvidence evidence) {
        Message rule = Message.of("approval.rule.break-glass-reviewed");
        if (evidence.missedReviews().isEmpty()) {
            return Explanation.pass(rule, Message.of("approval.reason.break-glass-reviewed"));
        }
        return Explanation.refuse(
                rule,
                evidence.missedReviews().stream()
                        .map(subject -> Finding.of("approval.review-overdue", subject, null, subject))
                        .toList());
    }

    private Explanation notRefused(Tally tally, ApprovalEvidence evidence) {
        Message rule = Message.of("approval.rule.not-refused");
        if (!tally.refusals().isEmpty()) {
            return Explanation.refuse(
                    rule,
                    tally.refusals().stream()
                            .map(vote -> refused(vote, evidence))
                            .toList());
        }
        return late(tally, evidence)
                ? Explanation.refuse(rule, expired(evidence))
                : Explanation.pass(rule, Message.of("approval.reason.not-refused"));
    }

    private boolean late(Tally tally, ApprovalEvidence evidence) {
        ApprovalRequest request = asked(evidence);
        Instant until = request.expiresAt();
        boolean over = request.expired() || (until != null && evidence.asOf().isAfter(until));
        return over && !complete(tally, evidence);
    }

    /** Whether nobody completed the approval in time. */
    boolean expires(ApprovalEvidence evidence) {
        Tally tally = Tally.of(evidence, policy);
        return !goesRoundIt(evidence) && tally.refusals().isEmpty() && late(tally, evidence);
    }

    /** Whether no answer is wanted any more, whatever else may keep the change from passing. */
    boolean suffices(ApprovalEvidence evidence) {
        Tally tally = Tally.of(evidence, policy);
        return goesRoundIt(evidence) || (tally.refusals().isEmpty() && complete(tally, evidence));
    }

    private boolean goesRoundIt(ApprovalEvidence evidence) {
        return new BreakGlassRule(policy)
                .judge(evidence)
                .filter(glass -> !glass.outcome().blocks())
                .isPresent();
    }

    private static Finding refused(Vote vote, ApprovalEvidence evidence) {
        String subject = CarriedChange.subject(evidence.change());
        String who = vote.person().toString();
        return vote.reason().isEmpty()
                ? Finding.of("approval.refused", subject, null, who)
                : new Finding(
                        "approval.refused",
                        Message.of("approval.refused.what.reason", who, ended(vote.reason())),
                        subject,
                        null,
                        Message.of("approval.refused.next", who));
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static Finding expired(ApprovalEvidence evidence) {
        return Finding.of(
                "approval.expired",
                CarriedChange.subject(evidence.change()),
                null,
                Objects.requireNonNullElse(asked(evidence).expiresAt(), evidence.asOf()));
    }

    private static ApprovalRequest asked(ApprovalEvidence evidence) {
        return Objects.requireNonNull(evidence.request(), "Nobody was asked yet.");
    }

    private boolean complete(Tally tally, ApprovalEvidence evidence) {
        return policy.quorum()
                .seat(tally.approvers(), evidence.carried().migration())
                .complete();
    }

    private Explanation quorum(Tally tally, ApprovalEvidence evidence) {
        Message rule = Message.of("approval.rule.quorum");
        List<String> by = tally.approvers().keySet().stream().map(Person::id).toList();
        if (complete(tally, evidence)) {
            return Explanation.pass(rule, Message.of("approval.reason.approved", by));
        }
        List<Finding> findings = Stream.concat(Stream.of(missing(by, evidence)), tally.notCounted().stream())
                .toList();
        return Explanation.blocked(rule, Outcome.WAIT, findings);
    }

    private Finding missing(List<String> by, ApprovalEvidence evidence) {
        String subject = CarriedChange.subject(evidence.change());
        Message missing = Missing.of(evidence, policy).message();
        return by.isEmpty()
                ? Finding.of("approval.missing", subject, null, missing)
                : new Finding(
                        "approval.missing",
                        Message.of("approval.missing.what.partly", missing, by),
                        subject,
                        null,
                        Message.of("approval.missing.next"));
    }
}
