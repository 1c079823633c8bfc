package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.DeployBody;
import io.jenkins.plugins.itgc.ledger.event.DeployedPullRequest;
import io.jenkins.plugins.itgc.ledger.event.DeployedTicket;
import io.jenkins.plugins.itgc.ledger.event.ExplanationBody;
import io.jenkins.plugins.itgc.ledger.event.GroundsBody;
import io.jenkins.plugins.itgc.ledger.event.RepositoryBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what the deploy gate knows into what the ledger keeps. */
public final class DeployWire {
    private DeployWire() {}

    /**
     * A ruling of this gate as the ledger keeps it.
     *
     * @param service what is deployed; null when that is not said
     * @param grounds hashes of what a pass rests on
     */
    public static RulingEvent.Deploy event(
            Gate.Judgement<DeployEvidence> judgement,
            DeployGate.Rules policy,
            String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Deploy(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(ruling, service, policy(policy), evidence(judgement.evidence()), grounds));
    }

    /** The refusal of a script before the queue, as the ledger keeps it. */
    public static RulingEvent.Deploy scriptEvent(
            Gate.Judgement<ScriptGate.Asked> judgement, DeployGate.Rules policy, String service) {
        Ruling ruling = judgement.ruling();
        ScriptGate.Asked asked = judgement.evidence();
        DeployBody.Evidence evidence = new DeployBody.Evidence(
                ChangeBody.of(asked.change()),
                target(asked.target()),
                null,
                script(asked.script()),
                List.of(),
                null,
                null,
                null,
                asked.rollback() ? new DeployBody.Rollback(null) : null,
                null);
        return new RulingEvent.Deploy(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(ruling, service, policy(policy), evidence, Map.of()));
    }

    static DeployBody.Evidence evidence(DeployEvidence value) {
        return value == null
                ? null
                : new DeployBody.Evidence(
                        ChangeBody.of(value.change()),
                        target(value.target()),
                        value.deploy(),
                        script(value.script()),
                        value.ahead().stream().map(DeployWire::ahead).toList(),
                        value.expectedWait(),
                        hold(value.hold()),
                        earlier(value.earlier()),
                        rollback(value.rollback()),
                        verification(value.verification()));
    }

    static DeployedPullRequest pullRequest(DeployNews.PullRequest value) {
        return new DeployedPullRequest(
                value.number(), value.title(), value.url(), value.author(), value.mergedBy(), value.mergedAt());
    }

    static DeployedTicket ticket(DeployNews.Ticket value) {
        return new DeployedTicket(value.tracker(), value.key(), value.title(), value.url());
    }

    static DeployBody.Target target(DeployTarget value) {
        return value == null ? null : new DeployBody.Target(value.service(), value.environment());
    }

    static DeployBody.Script script(ScriptOrigin value) {
        return value == null ? null : new DeployBody.Script(value.job(), value.repeated(), head(value.head()));
    }

    static DeployBody.Head head(ScriptOrigin.Head value) {
        return value == null
                ? null
                : new DeployBody.Head(
                        value.branch(),
                        value.name(),
                        RepositoryBody.of(value.repository()),
                        CommitBody.of(value.commit()),
                        value.judged());
    }

    static DeployBody.Ahead ahead(DeployEvidence.Ahead value) {
        return value == null ? null : new DeployBody.Ahead(value.deploy(), value.build(), state(value.state()));
    }

    static DeployBody.State state(DeployState value) {
        return value == null ? null : DeployBody.State.valueOf(value.name());
    }

    static DeployBody.Hold hold(Hold value) {
        return value == null
                ? null
                : new DeployBody.Hold(
                        value.environment(), value.service(), value.owner(), value.reason(), value.until());
    }

    static DeployBody.Earlier earlier(DeployEvidence.Earlier value) {
        return value == null ? null : new DeployBody.Earlier(value.environment(), value.reached());
    }

    static DeployBody.Rollback rollback(DeployEvidence.Rollback value) {
        return value == null ? null : new DeployBody.Rollback(value.deploy());
    }

    static DeployBody.Verification verification(DeployEvidence.Verification value) {
        return value == null
                ? null
                : new DeployBody.Verification(
                        value.gates().stream().map(DeployWire::check).toList(), value.branch(), value.onBranch());
    }

    static DeployBody.Check check(GateCheck value) {
        return value == null
                ? null
                : new DeployBody.Check(
                        value.gate(),
                        pass(value.recorded()),
                        ExplanationBody.of(value.fresh()),
                        sorted(value.changed()));
    }

    static DeployBody.Pass pass(RecordedPass value) {
        return value == null
                ? null
                : new DeployBody.Pass(
                        value.gate(),
                        value.evidenceId(),
                        ChangeBody.of(value.change()),
                        value.service(),
                        value.opensDeploy(),
                        new GroundsBody(value.grounds().hashes()),
                        value.pullRequests().stream()
                                .map(DeployWire::pullRequest)
                                .toList(),
                        value.tickets().stream().map(DeployWire::ticket).toList());
    }

    static DeployBody.Policy policy(DeployGate.Rules value) {
        return value == null
                ? null
                : new DeployBody.Policy(
                        value.productionBranch(),
                        value.requiredGates(),
                        value.earlierEnvironment(),
                        jobs(value.jobs()));
    }

    static DeployBody.Jobs jobs(DeployingJobs value) {
        return value == null ? null : new DeployBody.Jobs(value.patterns());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
