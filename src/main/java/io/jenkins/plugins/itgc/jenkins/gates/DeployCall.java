package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.deploy.DeployEvidence;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.DeployWire;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.deploy.ScriptGate;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubOfBuild;
import io.jenkins.plugins.itgc.jenkins.watch.DeployLifecycle;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code gatedDeploy} step was asked for. */
public final class DeployCall extends AbstractGateCall {
    private static final long serialVersionUID = 1L;

    private final boolean rollback;
    private final String commit;

    /**
     * What the pipeline said; that service and commit fit is checked when the gate is opened.
     *
     * @param environment name in the configuration; null for the only one
     * @param service what is deployed; null is refused
     * @param rollback whether it goes back to an earlier commit
     * @param commit full id of the commit to go back to; null unless it is a rollback
     */
    public DeployCall(String environment, String service, boolean rollback, String commit) {
        super(environment, service, true);
        this.rollback = rollback;
        this.commit = commit;
    }

    @Override
    OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        if (service() == null) {
            throw new AbortException("Name what is deployed: gatedDeploy(service: 'orders', ...).");
        }
        if (rollback == (commit == null)) {
            throw new AbortException("A rollback names its commit, and only a rollback does:"
                    + " gatedDeploy(rollback: true, commit: rollbackTarget(...).commit, ...).");
        }
        Run<?, ?> build = context.get(Run.class);
        String node = context.get(FlowNode.class).getId();
        EnvironmentEntry entry = ItgcConfiguration.get().environment(environment());
        DeployTarget target = new DeployTarget(service(), entry.getName());
        Deployable deployable = rollback
                ? Deployable.earlier(target, commit, ItgcServices.get().deploys())
                : Deployable.passed(build, target, entry);
        DeployGate.Rules rules = deployable.rules(entry);
        ScriptGate script = new ScriptGate(
                new ScriptGate.Question(deployable.change(), target, rollback, ScriptOfBuild.of(build, target)), rules);
        return script.refuses() ? new Refused(script, rules) : Opened.of(deployable, rules, build, context, node);
    }

    /** The last gate of a deploy that has its place in the queue. */
    private static final class Opened implements OpenGate<DeployEvidence> {
        private static final Duration PATIENCE = Duration.ofMinutes(15);

        private final DeployGate gate;
        private final DeployGate.Rules rules;
        private final DeployTarget target;
        private final ChecksOfBuild checks;

        private Opened(DeployGate gate, DeployGate.Rules rules, DeployTarget target, ChecksOfBuild checks) {
            this.gate = gate;
            this.rules = rules;
            this.target = target;
            this.checks = checks;
        }

        static Opened of(
                Deployable deployable, DeployGate.Rules rules, Run<?, ?> build, StepContext context, String node)
                throws AbortException {
            ItgcServices services = ItgcServices.get();
            GitHub gitHub = GitHubOfBuild.connect(build);
            DeployNews wanted = wanted(deployable, build);
            requireFresh(services.deploys().of(wanted.build(), node));
            ChecksOfBuild checks =
                    new ChecksOfBuild(build, context, deployable.target(), deployable.passes(), services.clock());
            DeployGate.Sources sources = new DeployGate.Sources(
                    services.deploys(), services.holds(), DeployLifecycle.get(), checks, gitHub.branchHead());
            DeployGate gate = new DeployGate(
                    deployable.change(),
                    new DeployGate.Turn(wanted, node),
                    ScriptOfBuild.of(build, deployable.target()),
                    rules,
                    sources);
            return new Opened(gate, rules, deployable.target(), checks);
        }

        /** A step judges only before its deploy begins; one that has ended does not begin again. */
        private static void requireFresh(Optional<DeployNews> deploy) throws AbortException {
            if (deploy.isPresent() && deploy.get().state() != DeployState.REQUESTED) {
                DeployNews over = deploy.get();
                throw new AbortException(
                        over.reason() == null
                                ? "Deploy " + over.deploy() + " of " + over.target() + " has begun already."
                                : over.reason().english());
            }
        }

        private static DeployNews wanted(Deployable deployable, Run<?, ?> build) {
            String previous = ItgcServices.get()
                    .deploys()
                    .current(deployable.target())
                    .map(DeployNews::commit)
                    .orElse(null);
            return new DeployNews(
                    null,
                    DeployState.REQUESTED,
                    deployable.target(),
                    deployable.change().repository().toString(),
                    deployable.change().commit().sha(),
                    deployable.change().tree().sha(),
                    previous,
                    deployable.rollback(),
                    ItgcServices.get().liveBuilds().began(build),
                    address(build),
                    starter(build),
                    deployable.pullRequests(),
                    deployable.tickets(),
                    deployable.gatePasses(),
                    null,
                    ItgcServices.get().clock().instant());
        }

        private static String address(Run<?, ?> build) {
            String root = Jenkins.get().getRootUrl();
            return root == null ? null : root + build.getUrl();
        }

        private static String starter(Run<?, ?> build) {
            return Optional.ofNullable(build.getCause(Cause.UserIdCause.class))
                    .map(Cause.UserIdCause::getUserId)
                    .orElse(null);
        }

        @Override
        public Gate<DeployEvidence> gate() {
            return gate;
        }

        @Override
        public RulingEvent event(Gate.Judgement<DeployEvidence> judgement, Map<String, String> grounds) {
            return DeployWire.event(judgement, rules, target.service(), grounds);
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public Map<String, Object> result(DeployEvidence evidence) {
            return Map.of("deploy", evidence.deploy());
        }

        @Override
        public String publish(Ruling ruling) {
            if (ruling.decision() instanceof Decision.Pass) {
                checks.deploys();
            }
            return "Deploy of " + target + ".";
        }
    }

    /** The gate of a deploy that takes no place in the queue, so that the refusal is recorded like any other. */
    private record Refused(ScriptGate gate, DeployGate.Rules rules) implements OpenGate<ScriptGate.Question> {
        @Override
        public RulingEvent event(Gate.Judgement<ScriptGate.Question> judgement, Map<String, String> grounds) {
            return DeployWire.scriptEvent(
                    judgement, rules, judgement.evidence().target().service());
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Map<String, Object> result(ScriptGate.Question evidence) {
            return Map.of();
        }

        @Override
        public String publish(Ruling ruling) {
            return "It takes no place in the queue.";
        }
    }
}
