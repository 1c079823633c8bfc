package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last gate, immediately before the deploy: its turn, no hold, and every required gate still stands. */
public final class DeployGate implements Gate<DeployEvidence> {
    /** Name of this gate in the ledger. */
    public static final String NAME = "deploy";

    private final Change change;
    private final Turn turn;
    private final ScriptOrigin script;
    private final Rules rules;
    private final Sources sources;

    /**
     * @param change what is to be deployed
     * @param turn the place in the queue that it wants or has
     * @param script what would carry it out
     * @param rules of the environment
     * @param sources where it looks
     */
    public DeployGate(Change change, Turn turn, ScriptOrigin script, Rules rules, Sources sources) {
        this.change = change;
        this.turn = turn;
        this.script = script;
        this.rules = rules;
        this.sources = sources;
    }

    /**
     * What the environment asks for.
     *
     * @param productionBranch the branch that must contain the commit
     * @param required the passes that it takes
     * @param earlierEnvironment where the same commit must have been deployed before; null for nowhere
     * @param jobs the jobs whose builds may deploy there
     */
    public record Rules(
            String productionBranch,
            List<RequiredPass> required,
            @Nullable String earlierEnvironment,
            DeployingJobs jobs) {
        public Rules {
            required = List.copyOf(required);
        }
    }

    /**
     * The place in the queue that a step of a build wants, or has.
     *
     * @param wanted the deploy, in state REQUESTED and without a name
     * @param node the step
     */
    public record Turn(DeployNews wanted, String node) {}

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
        String deploy = sources.register()
                .of(turn.wanted().build(), turn.node())
                .map(DeployNews::deploy)
                .orElse(null);
        List<DeployEvidence.Ahead> ahead = ahead(deploy);
        Hold hold = sources.holds().of(target()).orElse(null);
        DeployEvidence.Earlier earlier = earlier();
        boolean ready = deploy != null && ahead.isEmpty() && hold == null && (earlier == null || earlier.reached());
        DeployEvidence.Rollback back = turn.wanted().rollback() ? wayBack() : null;
        DeployEvidence.Verification checks = ready ? verify() : null;
        // Asking the gates takes a while, and whoever holds meanwhile means this deploy too.
        Hold now = ready ? sources.holds().of(target()).orElse(null) : hold;
        return new DeployEvidence(
                change, target(), deploy, script, ahead, expectedWait(ahead.size()), now, earlier, back, checks);
    }

    /**
     * Frees turns whose builds are over, takes a place unless the step has one, and has a gate ask again that waits for what it
     * had passed on: an approval may have become too old in the queue.
     */
    @Override
    public DeployEvidence ask(DeployEvidence gathered) throws EvidenceUnavailable, InterruptedException {
        boolean freed = sources.settlement().settle();
        if (gathered.deploy() == null) {
            sources.register().request(turn.wanted(), turn.node());
        }
        if (gathered.verification() != null) {
            for (GateCheck check : gathered.verification().gates()) {
                if (check.waitsAgain()) {
                    sources.gates().askAgain(check.required());
                }
            }
        }
        return freed || gathered.deploy() == null ? gather() : gathered;
    }

    private DeployTarget target() {
        return turn.wanted().target();
    }

    /** Without a place of its own, all are ahead. */
    private List<DeployEvidence.Ahead> ahead(@Nullable String deploy) {
        List<DeployEvidence.Ahead> ahead = new ArrayList<>();
        for (DeployNews other : sources.register().queue(target())) {
            if (other.id().equals(deploy)) {
                return ahead;
            }
            ahead.add(new DeployEvidence.Ahead(other.id(), other.build(), other.state()));
        }
        if (deploy != null) {
            throw new IllegalStateException("Deploy " + deploy + " has ended already.");
        }
        return ahead;
    }

    private @Nullable Duration expectedWait(int ahead) {
        return ahead == 0
                ? null
                : sources.register()
                        .typicalDuration(target())
                        .map(one -> one.multipliedBy(ahead))
                        .orElse(null);
    }

    private DeployEvidence.@Nullable Earlier earlier() {
        String environment = rules.earlierEnvironment();
        if (environment == null || turn.wanted().rollback()) {
            return null;
        }
        DeployTarget target = new DeployTarget(target().service(), environment);
        return new DeployEvidence.Earlier(
                environment,
                sources.register().good(target, change.readCommit().sha()).isPresent());
    }

    private DeployEvidence.Rollback wayBack() {
        return new DeployEvidence.Rollback(sources.register()
                .good(target(), change.readCommit().sha())
                .map(DeployNews::deploy)
                .orElse(null));
    }

    private DeployEvidence.Verification verify() throws EvidenceUnavailable, InterruptedException {
        List<GateCheck> checks = new ArrayList<>();
        for (RequiredPass required : rules.required()) {
            checks.add(sources.gates().check(required));
        }
        boolean contained =
                sources.branch().contains(change.repository(), rules.productionBranch(), change.readCommit());
        return new DeployEvidence.Verification(checks, rules.productionBranch(), contained);
    }

    @Override
    public Explanation judge(DeployEvidence evidence) {
        return new DeployJudge(rules).judge(evidence);
    }

    @Override
    public Set<Topic> topics() {
        Set<Topic> topics = new HashSet<>(sources.gates().topics());
        topics.add(DeployRegister.topic(target()));
        topics.add(Holds.topic(target().environment()));
        if (rules.earlierEnvironment() != null) {
            topics.add(DeployRegister.topic(new DeployTarget(target().service(), rules.earlierEnvironment())));
        }
        return topics;
    }

    /** Nothing is asked again after this gate: the deploy begins at once. */
    @Override
    public Map<Ground, Object> restsOn(DeployEvidence evidence) {
        return Map.of();
    }
}
