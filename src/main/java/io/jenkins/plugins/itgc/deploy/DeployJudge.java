package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges whether a deploy may begin now. A pure function. */
public final class DeployJudge {
    private final DeployGate.Rules environment;

    /** @param environment what the environment asks for */
    public DeployJudge(DeployGate.Rules environment) {
        this.environment = environment;
    }

    /**
     * Whether it is the turn of the deploy, nothing holds it, and its script, its branch and every required gate still
     * allow it.
     */
    public Explanation judge(DeployEvidence evidence) {
        List<Explanation> rules = new ArrayList<>();
        rules.add(script(evidence));
        rules.add(turn(evidence));
        rules.add(hold(evidence));
        rules.add(earlier(evidence));
        if (evidence.rollback() != null) {
            rules.add(wayBack(evidence, evidence.rollback()));
        }
        if (evidence.verification() == null) {
            rules.add(notYetVerified(evidence));
        } else {
            rules.add(branch(evidence, evidence.verification()));
            rules.add(gates(evidence, evidence.verification()));
        }
        return Explanation.all(
                Message.of("deploy.rule.deploy", evidence.target().toString()), rules);
    }

    private Explanation script(DeployEvidence evidence) {
        boolean rollback = evidence.rollback() != null;
        return new ScriptRule(evidence.target(), evidence.change(), rollback, environment).judge(evidence.script());
    }

    /** Whose deploys are ahead stays untold: whoever reads this build's log need not be allowed to see their jobs. */
    private static Explanation turn(DeployEvidence evidence) {
        Message rule = Message.of("deploy.rule.turn");
        String target = evidence.target().toString();
        int ahead = evidence.ahead().size();
        if (evidence.deploy() == null) {
            return Explanation.wait(
                    rule, Finding.of("deploy.not-queued", evidence.target().name(), null, target));
        }
        if (ahead == 0) {
            return Explanation.pass(rule, Message.of("deploy.reason.turn"));
        }
        return Explanation.wait(rule, queued(evidence, ahead + 1));
    }

    private static Finding queued(DeployEvidence evidence, int place) {
        String name = evidence.target().name();
        String target = evidence.target().toString();
        return evidence.expectedWait() == null
                ? Finding.of("deploy.queue", name, null, place, target)
                : new Finding(
                        "deploy.queue",
                        Message.of(
                                "deploy.queue.what.estimated",
                                place,
                                target,
                                Math.max(1, evidence.expectedWait().toMinutes())),
                        name,
                        null,
                        Message.of("deploy.queue.next"));
    }

    private static Explanation hold(DeployEvidence evidence) {
        Message rule = Message.of("deploy.rule.hold");
        Hold hold = evidence.hold();
        return hold == null
                ? Explanation.pass(
                        rule,
                        Message.of("deploy.reason.not-held", evidence.target().toString()))
                : Explanation.wait(rule, held(hold));
    }

    private static Finding held(Hold hold) {
        return hold.until() == null
                ? Finding.of("deploy.held", hold.name(), null, hold.owner(), hold.name(), hold.reason())
                : new Finding(
                        "deploy.held",
                        Message.of("deploy.held.what.until", hold.owner(), hold.name(), hold.reason(), hold.until()),
                        hold.name(),
                        null,
                        Message.of("deploy.held.next", hold.owner()));
    }

    private static Explanation earlier(DeployEvidence evidence) {
        Message rule = Message.of("deploy.rule.order");
        DeployEvidence.Earlier earlier = evidence.earlier();
        if (earlier == null) {
            return Explanation.skipped(rule, Message.of("deploy.reason.first-environment"));
        }
        if (earlier.reached()) {
            return Explanation.pass(rule, Message.of("deploy.reason.deployed-before", earlier.environment()));
        }
        return Explanation.wait(
                rule,
                Finding.of(
                        "deploy.order",
                        evidence.target().name(),
                        null,
                        evidence.change().readCommit().abbreviated(),
                        earlier.environment()));
    }

    private static Explanation wayBack(DeployEvidence evidence, DeployEvidence.Rollback rollback) {
        Message rule = Message.of("deploy.rule.rollback");
        if (rollback.deploy() != null) {
            return Explanation.pass(rule, Message.of("deploy.reason.rollback", rollback.deploy()));
        }
        return Explanation.refuse(
                rule,
                Finding.of(
                        "deploy.rollback-unknown",
                        evidence.target().name(),
                        null,
                        evidence.change().readCommit().abbreviated(),
                        evidence.target().toString()));
    }

    private static Explanation notYetVerified(DeployEvidence evidence) {
        Message rule = Message.of("deploy.rule.last-verification");
        boolean waiting = evidence.deploy() == null
                || !evidence.ahead().isEmpty()
                || evidence.hold() != null
                || held(evidence.earlier());
        if (waiting) {
            return Explanation.skipped(rule, Message.of("deploy.reason.verified-later"));
        }
        return Explanation.unknown(
                rule, Finding.of("deploy.not-verified", evidence.target().name(), null));
    }

    private static boolean held(DeployEvidence.@Nullable Earlier earlier) {
        return earlier != null && !earlier.reached();
    }

    private static Explanation branch(DeployEvidence evidence, DeployEvidence.Verification verification) {
        Message rule = Message.of("deploy.rule.branch");
        String branch = verification.branch();
        String commit = evidence.change().readCommit().abbreviated();
        if (verification.onBranch()) {
            return Explanation.pass(rule, Message.of("deploy.reason.on-branch", branch, commit));
        }
        String repository = evidence.change().repository().toString();
        return Explanation.refuse(
                rule, Finding.of("deploy.not-on-branch", repository, null, branch, repository, commit));
    }

    private Explanation gates(DeployEvidence evidence, DeployEvidence.Verification verification) {
        Message rule = Message.of("deploy.rule.gates");
        List<Explanation> each = environment.required().stream()
                .map(required -> verification.gates().stream()
                        .filter(check -> check.required().equals(required))
                        .findFirst()
                        .orElse(GateCheck.missing(required)))
                .map(check -> new GateStands(evidence).judge(check))
                .toList();
        if (each.isEmpty() && evidence.rollback() != null) {
            return Explanation.skipped(rule, Message.of("deploy.reason.no-gates"));
        }
        return Explanation.all(rule, each);
    }
}
