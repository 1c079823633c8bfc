package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last gate, immediately before the deploy: its turn, no hold, and every required gate still stands. */
public final class DeployGate implements Gate<DeployEvidence> {
    /** Name of this gate in the ledger. */
    public static final String NAME = "deploy";

    private final Change change;
    private final DeployNews deploy;
    private final ScriptOrigin script;
    private final Rules rules;
    private final Sources sources;

    public DeployGate(Change change, DeployNews deploy, ScriptOrigin script, Rules rules, Sources sources) {
        this.change = change;
        this.deploy = deploy;
        this.script = script;
        this.rules = rules;
        this.sources = sources;
    }

    /**
     * What the environment asks for.
     *
     * @param productionBranch the branch that must contain the commit
     * @param requiredGates names of the gates that must have passed
     * @param earlierEnvironment where the same commit must have been deployed before; null for nowhere
     * @param jobs the jobs whose builds may deploy there
     */
    public record Rules(
            String productionBranch, List<String> requiredGates, String earlierEnvironment, DeployingJobs jobs) {
        public Rules {
            requiredGates = List.copyOf(requiredGates);
        }
    }

    /** Where it looks. */
    public record Sources(
            DeployRegister register, Holds holds, Settlement settlement, GateChecks gates, BranchHead branch) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Change subject() {
        return change;
    }

    @Override
    public DeployEvidence gather() throws EvidenceUnavailable, InterruptedException {
        sources.settlement().settle();
        List<DeployEvidence.Ahead> ahead = ahead();
        Hold hold = sources.holds().of(deploy.target()).orElse(null);
        DeployEvidence.Earlier earlier = earlier();
        boolean ready = ahead.isEmpty() && hold == null && (earlier == null || earlier.reached());
        return new DeployEvidence(
                change,
                deploy.target(),
                deploy.deploy(),
                script,
                ahead,
                expectedWait(ahead.size()),
                hold,
                earlier,
                deploy.rollback() ? wayBack() : null,
                ready ? verify() : null);
    }

    private List<DeployEvidence.Ahead> ahead() {
        List<DeployEvidence.Ahead> ahead = new ArrayList<>();
        for (DeployNews other : sources.register().queue(deploy.target())) {
            if (other.deploy().equals(deploy.deploy())) {
                return ahead;
            }
            ahead.add(new DeployEvidence.Ahead(other.deploy(), other.build(), other.state()));
        }
        throw new IllegalStateException("Deploy " + deploy.deploy() + " has ended already.");
    }

    private Duration expectedWait(int ahead) {
        return ahead == 0
                ? null
                : sources.register()
                        .typicalDuration(deploy.target())
                        .map(one -> one.multipliedBy(ahead))
                        .orElse(null);
    }

    private DeployEvidence.Earlier earlier() {
        String environment = rules.earlierEnvironment();
        if (environment == null || deploy.rollback()) {
            return null;
        }
        DeployTarget target = new DeployTarget(deploy.target().service(), environment);
        return new DeployEvidence.Earlier(
                environment,
                sources.register().good(target, change.commit().sha()).isPresent());
    }

    private DeployEvidence.Rollback wayBack() {
        return new DeployEvidence.Rollback(sources.register()
                .good(deploy.target(), change.commit().sha())
                .map(DeployNews::deploy)
                .orElse(null));
    }

    private DeployEvidence.Verification verify() throws EvidenceUnavailable, InterruptedException {
        List<GateCheck> checks = new ArrayList<>();
        for (String gate : rules.requiredGates()) {
            checks.add(sources.gates().check(gate));
        }
        boolean contained = sources.branch().contains(change.repository(), rules.productionBranch(), change.commit());
        return new DeployEvidence.Verification(checks, rules.productionBranch(), contained);
    }

    @Override
    public Explanation judge(DeployEvidence evidence) {
        return new DeployJudge(rules).judge(evidence);
    }

    @Override
    public Set<Topic> topics() {
        Set<Topic> topics = new HashSet<>();
        topics.add(DeployRegister.topic(deploy.target()));
        topics.add(Holds.topic(deploy.target().environment()));
        if (rules.earlierEnvironment() != null) {
            topics.add(DeployRegister.topic(new DeployTarget(deploy.target().service(), rules.earlierEnvironment())));
        }
        return topics;
    }

    /** Nothing is asked again after this gate: the deploy begins at once. */
    @Override
    public Map<Ground, Object> restsOn(DeployEvidence evidence) {
        return Map.of();
    }
}
