package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.deploy.DeployWire;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubOfBuild;

import hudson.AbortException;
import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.deploy.DeployEvidence;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.watch.DeployLifecycle;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The last gate of a deploy that has its place in the queue. */
final class OpenDeploy implements OpenGate<DeployEvidence> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final DeployGate gate;
    private final DeployGate.Rules rules;
    private final DeployNews deploy;

    private OpenDeploy(DeployGate gate, DeployGate.Rules rules, DeployNews deploy) {
        this.gate = gate;
        this.rules = rules;
        this.deploy = deploy;
    }

    static OpenDeploy of(
            Deployable deployable, DeployGate.Rules rules, Run<?, ?> build, StepContext context, String node)
            throws AbortException {
        ItgcServices services = ItgcServices.get();
        GitHub gitHub = GitHubOfBuild.connect(build);
        DeployNews deploy = services.deploys().request(wanted(deployable, build), node);
        requireFresh(deploy);
        DeployGate.Sources sources = new DeployGate.Sources(
                services.deploys(),
                services.holds(),
                DeployLifecycle.get(),
                new ChecksOfBuild(build, context, deployable.target(), deployable.passes()),
                gitHub.branchHead());
        DeployGate gate = new DeployGate(deployable.change(), deploy, ScriptOfBuild.of(build, deployable.target()), rules, sources);
        return new OpenDeploy(gate, rules, deploy);
    }

    /**
     * A step judges only before its deploy begins. When the ledger says that it has begun, the controller died between
     * the two, and nobody but the environment can tell how far it got. That is recorded before the build fails: its
     * result must not be taken for that of the deploy.
     */
    private static void requireFresh(DeployNews deploy) throws AbortException {
        if (deploy.state() == DeployState.STARTED) {
            String reason = "The controller stopped just as deploy " + deploy.deploy() + " of " + deploy.target()
                    + " began. It does not begin twice: look at the environment, then run the build again.";
            DeployLifecycle.get().end(deploy.deploy(), DeployState.UNKNOWN, reason);
            throw new AbortException(reason);
        }
        if (deploy.state().ended()) {
            throw new AbortException("Deploy " + deploy.deploy() + " of " + deploy.target() + " has ended already.");
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
        return DeployWire.event(judgement, rules, deploy.target().service(), grounds);
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
        return "Deploy " + deploy.deploy() + " of " + deploy.target() + ".";
    }
}
