package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.Person;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges whether a change is approved. A pure function. */
public final class ApprovalJudge {
    private final ApprovalPolicy policy;

    public ApprovalJudge(ApprovalPolicy policy) {
        this.policy = policy;
    }

    public Explanation judge(ApprovalEvidence evidence) {
        String name = "Approval of " + evidence.change().commit().abbreviated() + " in "
                + evidence.change().environment();
        if (evidence.request() == null) {
            return Explanation.all(name, List.of(notRequested(evidence)));
        }
        Optional<Explanation> emergency = new BreakGlassRule(policy).judge(evidence);
        if (emergency.isPresent() && !emergency.get().outcome().blocks()) {
            return Explanation.all(name, List.of(emergency.get()));
        }
        Tally tally = Tally.of(evidence, policy);
        Stream<Explanation> ordinary = Stream.of(
                handsKnown(evidence), starterKnown(evidence), reviewsHeld(evidence), notRefused(tally, evidence),
                quorum(tally, evidence));
        return Explanation.all(name, Stream.concat(ordinary, emergency.stream()).toList());
    }

    private static Explanation notRequested(ApprovalEvidence evidence) {
        return Explanation.refuse(
                "Requested",
                new Finding(
                        "approval.not-requested",
                        "Nobody was asked to approve what would be deployed now.",
                        CarriedChange.subject(evidence.change()),
                        null,
                        "Run the build again, so that its approval gate asks."));
    }

    private static Explanation handsKnown(ApprovalEvidence evidence) {
        String rule = "Contributors known";
        List<Finding> unknown = Stream.concat(
                        evidence.carried().strays().stream().map(commit -> stray(commit, evidence)),
                        evidence.carried().hands().stream()
                                .filter(hand -> hand.login() == null)
                                .map(ApprovalJudge::unattributed))
                .toList();
        return unknown.isEmpty()
                ? Explanation.pass(rule, "Everybody who had a hand in the change is known.")
                : Explanation.refuse(rule, unknown);
    }

    private static Finding stray(String commit, ApprovalEvidence evidence) {
        return new Finding(
                "approval.unreviewed-commit",
                "Commit " + commit + " came with no pull request, so nobody can tell who had a hand in it.",
                evidence.change().repository().toString(),
                null,
                "Take it back, and send it as a pull request.");
    }

    private static Finding unattributed(Hand hand) {
        return new Finding(
                "approval.unattributed",
                hand.part(),
                hand.where(),
                null,
                "Let the author connect the address of the commit with an account.");
    }

    private static Explanation starterKnown(ApprovalEvidence evidence) {
        String rule = "Starter known";
        if (!evidence.starter().unknown()) {
            return Explanation.pass(rule, "It is known who started the build, or nobody did.");
        }
        Account account = evidence.starter().account();
        return Explanation.refuse(
                rule,
                new Finding(
                        "approval.starter-unknown",
                        account + " started this build, and no identity entry tells who that is.",
                        account.id(),
                        null,
                        "Ask an administrator to add the account to the person's identity entry."));
    }

    private static Explanation reviewsHeld(ApprovalEvidence evidence) {
        String rule = "Emergencies reviewed";
        if (evidence.missedReviews().isEmpty()) {
            return Explanation.pass(rule, "No review of an emergency deploy is overdue.");
        }
        return Explanation.refuse(
                rule,
                evidence.missedReviews().stream()
                        .map(subject -> new Finding(
                                "approval.review-overdue",
                                "The glass was broken for " + subject + ", and nobody looked at it in time.",
                                subject,
                                null,
                                "Ask an approver who took no part in it to review it; then this deploy can go on."))
                        .toList());
    }

    private Explanation notRefused(Tally tally, ApprovalEvidence evidence) {
        String rule = "Not refused";
        if (!tally.refusals().isEmpty()) {
            return Explanation.refuse(
                    rule, tally.refusals().stream().map(vote -> refused(vote, evidence)).toList());
        }
        return late(tally, evidence)
                ? Explanation.refuse(rule, expired(evidence))
                : Explanation.pass(rule, "Nobody refused.");
    }

    private boolean late(Tally tally, ApprovalEvidence evidence) {
        ApprovalRequest request = evidence.request();
        boolean over = request.expired() || evidence.asOf().isAfter(request.expiresAt());
        return over && !complete(tally, evidence);
    }

    /** Whether nobody completed the approval in time. */
    boolean expires(ApprovalEvidence evidence) {
        Tally tally = Tally.of(evidence, policy);
        boolean roundIt = new BreakGlassRule(policy)
                .judge(evidence)
                .filter(glass -> !glass.outcome().blocks())
                .isPresent();
        return !roundIt && tally.refusals().isEmpty() && late(tally, evidence);
    }

    private static Finding refused(Vote vote, ApprovalEvidence evidence) {
        String why = vote.reason().isEmpty() ? "" : ": " + vote.reason();
        return new Finding(
                "approval.refused",
                vote.person() + " refused" + why + (why.endsWith(".") ? "" : "."),
                CarriedChange.subject(evidence.change()),
                null,
                "Talk to " + vote.person() + ", who can withdraw the refusal, or bring a new commit.");
    }

    private static Finding expired(ApprovalEvidence evidence) {
        return new Finding(
                "approval.expired",
                "Nobody completed the approval until " + evidence.request().expiresAt() + ".",
                CarriedChange.subject(evidence.change()),
                null,
                "Start the build again to ask anew.");
    }

    private boolean complete(Tally tally, ApprovalEvidence evidence) {
        return policy.quorum()
                .seat(tally.approvers(), evidence.carried().migration())
                .complete();
    }

    private Explanation quorum(Tally tally, ApprovalEvidence evidence) {
        String rule = "Quorum";
        String by = tally.approvers().keySet().stream().map(Person::id).collect(Collectors.joining(", "));
        if (complete(tally, evidence)) {
            return Explanation.pass(rule, "Approved by " + by + ".");
        }
        String missing = Missing.of(evidence, policy).sentence();
        String what = "Missing: " + missing + "." + (by.isEmpty() ? "" : " Approved so far by " + by + ".");
        List<Finding> findings = Stream.concat(
                        Stream.of(new Finding(
                                "approval.missing",
                                what,
                                CarriedChange.subject(evidence.change()),
                                null,
                                "Approve or refuse, in the build, the ticket, Slack or the dashboard.")),
                        tally.notCounted().stream())
                .toList();
        return new Explanation(rule, Outcome.WAIT, what, findings, List.of());
    }
}
