package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges whether a deploy may begin now. A pure function. */
public final class DeployJudge {
    private final DeployGate.Rules environment;

    /** @param environment what the environment asks for */
    public DeployJudge(DeployGate.Rules environment) {
        this.environment = environment;
    }

    public Explanation judge(DeployEvidence evidence) {
        List<Explanation> rules = new ArrayList<>();
        rules.add(script(evidence));
        rules.add(turn(evidence));
        rules.add(hold(evidence));
        rules.add(earlier(evidence));
        if (evidence.rollback() != null) {
            rules.add(wayBack(evidence));
        }
        if (evidence.verification() == null) {
            rules.add(notYetVerified(evidence));
        } else {
            rules.add(branch(evidence));
            rules.add(gates(evidence));
        }
        return Explanation.all("Deploy of " + evidence.target(), rules);
    }

    private Explanation script(DeployEvidence evidence) {
        boolean rollback = evidence.rollback() != null;
        return new ScriptRule(evidence.target(), evidence.change(), rollback, environment).judge(evidence.script());
    }

    /** Whose deploys are ahead stays untold: whoever reads this build's log need not be allowed to see their jobs. */
    private static Explanation turn(DeployEvidence evidence) {
        int ahead = evidence.ahead().size();
        if (evidence.deploy() == null) {
            return wait(
                    "Turn",
                    new Finding(
                            "deploy.not-queued",
                            "It has no place in the queue of " + evidence.target() + " yet.",
                            evidence.target().name(),
                            null,
                            "Wait; it takes its place when it is judged next."));
        }
        if (ahead == 0) {
            return Explanation.pass("Turn", "It is this deploy's turn.");
        }
        return wait(
                "Turn",
                new Finding(
                        "deploy.queue",
                        "Place " + (ahead + 1) + " in the queue of " + evidence.target()
                                + expected(evidence.expectedWait()) + ".",
                        evidence.target().name(),
                        null,
                        "Wait; each deploy begins when the one before it has ended."));
    }

    private static String expected(Duration wait) {
        return wait == null ? "" : "; by experience about " + Math.max(1, wait.toMinutes()) + " minutes more";
    }

    private static Explanation hold(DeployEvidence evidence) {
        Hold hold = evidence.hold();
        if (hold == null) {
            return Explanation.pass("Hold", "Nobody holds " + evidence.target() + ".");
        }
        String until = hold.until() == null ? "" : " until " + hold.until();
        return wait(
                "Hold",
                new Finding(
                        "deploy.held",
                        hold.owner() + " holds " + hold.name() + until + ": " + hold.reason(),
                        hold.name(),
                        null,
                        "Wait, or ask " + hold.owner() + " to release it."));
    }

    private static Explanation earlier(DeployEvidence evidence) {
        DeployEvidence.Earlier earlier = evidence.earlier();
        if (earlier == null) {
            return Explanation.skipped("Order of environments", "No other environment comes before this one.");
        }
        if (earlier.reached()) {
            return Explanation.pass("Order of environments", "It was deployed to " + earlier.environment() + ".");
        }
        return wait(
                "Order of environments",
                new Finding(
                        "deploy.order",
                        evidence.change().commit().abbreviated() + " has not been deployed to "
                                + earlier.environment() + " with success.",
                        evidence.target().name(),
                        null,
                        "Deploy the same commit to " + earlier.environment() + " first."));
    }

    private static Explanation wayBack(DeployEvidence evidence) {
        if (evidence.rollback().deploy() != null) {
            return Explanation.pass("Rollback", "It was deployed here before, as deploy " + evidence.rollback().deploy() + ".");
        }
        return Explanation.refuse(
                "Rollback",
                new Finding(
                        "deploy.rollback-unknown",
                        evidence.change().commit().abbreviated() + " was never deployed to " + evidence.target()
                                + " with success.",
                        evidence.target().name(),
                        null,
                        "Roll back to what rollbackTarget gives, or deploy it through all gates."));
    }

    private static Explanation notYetVerified(DeployEvidence evidence) {
        boolean waiting = evidence.deploy() == null || !evidence.ahead().isEmpty() || evidence.hold() != null || held(evidence.earlier());
        if (waiting) {
            return Explanation.skipped("Last verification", "It takes place immediately before the deploy.");
        }
        return Explanation.unknown(
                "Last verification",
                new Finding(
                        "deploy.not-verified",
                        "The gates were not verified again.",
                        evidence.target().name(),
                        null,
                        "Run the build again."));
    }

    private static boolean held(DeployEvidence.Earlier earlier) {
        return earlier != null && !earlier.reached();
    }

    private static Explanation branch(DeployEvidence evidence) {
        DeployEvidence.Verification verification = evidence.verification();
        String commit = evidence.change().commit().abbreviated();
        if (verification.onBranch()) {
            return Explanation.pass("Production branch", verification.branch() + " contains " + commit + ".");
        }
        return Explanation.refuse(
                "Production branch",
                new Finding(
                        "deploy.not-on-branch",
                        verification.branch() + " of " + evidence.change().repository() + " does not contain " + commit
                                + " any more.",
                        evidence.change().repository().toString(),
                        null,
                        "If the branch was rewritten, find out by whom; deploy a commit at which it stood: of a merged pull"
                                + " request that is its merge commit."));
    }

    private Explanation gates(DeployEvidence evidence) {
        List<Explanation> each = environment.requiredGates().stream()
                .map(gate -> evidence.verification().gates().stream()
                        .filter(check -> check.gate().equals(gate))
                        .findFirst()
                        .orElse(GateCheck.missing(gate)))
                .map(check -> new GateStands(evidence).judge(check))
                .toList();
        if (each.isEmpty() && evidence.rollback() != null) {
            return Explanation.skipped("Required gates", "This environment asks for no gate before a rollback.");
        }
        return Explanation.all("Required gates", each);
    }

    private static Explanation wait(String rule, Finding finding) {
        return new Explanation(rule, Outcome.WAIT, finding.what(), List.of(finding), List.of());
    }
}
