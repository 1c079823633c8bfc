package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.SeparationOfDuties;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.util.List;
import java.util.Optional;

/** Going round the approval in need: a named role, a reason, and a second person who had no hand in the change. */
final class BreakGlassRule {
    private static final String RULE = "Break glass";

    private final ApprovalPolicy policy;

    BreakGlassRule(ApprovalPolicy policy) {
        this.policy = policy;
    }

    /** Empty when the glass was not broken. */
    Optional<Explanation> judge(ApprovalEvidence evidence) {
        BreakGlass broken = evidence.broken();
        if (broken == null) {
            return Optional.empty();
        }
        if (!mayBreak(broken.opened()) || broken.opened().reason().isBlank()) {
            return Optional.of(Explanation.refuse(RULE, notAllowed(broken)));
        }
        return Optional.of(confirmed(broken, evidence) ? passed(broken) : waiting(broken));
    }

    boolean mayBreak(BreakGlass.Word word) {
        return policy.breakGlass().allowed()
                && word.groups().contains(policy.breakGlass().group());
    }

    private boolean confirmed(BreakGlass broken, ApprovalEvidence evidence) {
        BreakGlass.Word second = broken.confirmed();
        SeparationOfDuties duties =
                new SeparationOfDuties(evidence.people(), evidence.carried().hands(), evidence.starter());
        return second != null
                && !second.person().equals(broken.opened().person())
                && (mayBreak(second) || policy.concerns(second.groups()))
                && duties.objectionTo(second.person()).isEmpty();
    }

    private static Explanation passed(BreakGlass broken) {
        return Explanation.pass(
                RULE,
                broken.opened().person() + " broke the glass (" + broken.opened().reason() + "), confirmed by "
                        + broken.confirmed().person() + "; to be reviewed until " + broken.reviewBy() + ".");
    }

    private static Explanation waiting(BreakGlass broken) {
        String what = broken.opened().person() + " broke the glass (" + broken.opened().reason()
                + "); a second person must confirm.";
        Finding finding = new Finding(
                "approval.break-glass-unconfirmed",
                what,
                broken.subject(),
                null,
                "Ask somebody who may, and who neither had a hand in the change nor started the build.");
        return new Explanation(RULE, Outcome.WAIT, what, List.of(finding), List.of());
    }

    private Finding notAllowed(BreakGlass broken) {
        return new Finding(
                "approval.break-glass-not-allowed",
                broken.opened().person() + " may not break the glass here, or gave no reason.",
                broken.subject(),
                null,
                policy.breakGlass().allowed()
                        ? "Ask somebody in " + policy.breakGlass().group() + "."
                        : "Ask for an ordinary approval.");
    }
}
