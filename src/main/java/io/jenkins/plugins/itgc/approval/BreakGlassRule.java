package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.Objects;
import java.util.Optional;

/** Going round the approval in need: a named role, a reason, and a second person who did not contribute to the change. */
final class BreakGlassRule {
    private static final Message RULE = Message.of("approval.rule.break-glass");

    private final ApprovalPolicy policy;

    BreakGlassRule(ApprovalPolicy policy) {
        this.policy = policy;
    }

    /** Empty when break-glass was not invoked. */
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
        return second != null
                && !second.person().equals(broken.opened().person())
                && evidence.eligibility().admits(second.person(), second.groups(), policy.confirmers());
    }

    private static Explanation passed(BreakGlass broken) {
        return Explanation.pass(
                RULE,
                Message.of(
                        "approval.reason.break-glass",
                        broken.opened().person().toString(),
                        broken.opened().reason(),
                        Objects.requireNonNull(broken.confirmed(), "confirmed")
                                .person()
                                .toString(),
                        Objects.requireNonNull(broken.reviewBy(), "reviewBy")));
    }

    private static Explanation waiting(BreakGlass broken) {
        return Explanation.wait(
                RULE,
                Finding.of(
                        "approval.break-glass-unconfirmed",
                        broken.subject(),
                        null,
                        broken.opened().person().toString(),
                        broken.opened().reason()));
    }

    private Finding notAllowed(BreakGlass broken) {
        return new Finding(
                "approval.break-glass-not-allowed",
                Message.of(
                        "approval.break-glass-not-allowed.what",
                        broken.opened().person().toString()),
                broken.subject(),
                null,
                policy.breakGlass().allowed()
                        ? Message.of(
                                "approval.break-glass-not-allowed.next",
                                policy.breakGlass().group())
                        : Message.of("approval.break-glass-not-allowed.next.never"));
    }
}
