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
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.RepositoryBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            @Nullable String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Deploy(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(
                        ruling,
                        service,
                        policy(policy),
                        Known.map(judgement.evidence(), DeployWire::evidence),
                        grounds));
    }

    /** The refusal of a script before the queue, as the ledger keeps it. */
    public static RulingEvent.Deploy scriptEvent(
            Gate.Judgement<ScriptGate.Question> judgement, DeployGate.Rules policy, String service) {
        Ruling ruling = judgement.ruling();
        ScriptGate.Question asked =
                Objects.requireNonNull(judgement.evidence(), "Nothing is read for it that could fail.");
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
        return new DeployBody.Evidence(
                ChangeBody.of(value.change()),
                target(value.target()),
                value.deploy(),
                script(value.script()),
                value.ahead().stream().map(DeployWire::ahead).toList(),
                value.expectedWait(),
                Known.map(value.hold(), DeployWire::hold),
                Known.map(value.earlier(), DeployWire::earlier),
                Known.map(value.rollback(), DeployWire::rollback),
                Known.map(value.verification(), DeployWire::verification));
    }

    static DeployedPullRequest pullRequest(DeployNews.PullRequest value) {
        return new DeployedPullRequest(
                value.number(), value.title(), value.url(), value.author(), value.mergedBy(), value.mergedAt());
    }

    static DeployedTicket ticket(DeployNews.Ticket value) {
        return new DeployedTicket(value.tracker(), value.key(), value.title(), value.url());
    }

    static DeployBody.Target target(DeployTarget value) {
        return new DeployBody.Target(value.service(), value.environment());
    }

    static DeployBody.Script script(ScriptOrigin value) {
        return new DeployBody.Script(value.job(), value.repeated(), Known.map(value.head(), DeployWire::head));
    }

    static DeployBody.Head head(ScriptOrigin.Head value) {
        return new DeployBody.Head(
                value.branch(),
                value.name(),
                Known.map(value.repository(), RepositoryBody::of),
                Known.map(value.commit(), CommitBody::of),
                value.judged());
    }

    static DeployBody.Ahead ahead(DeployEvidence.Ahead value) {
        return new DeployBody.Ahead(value.deploy(), value.build(), state(value.state()));
    }

    static DeployBody.State state(DeployState value) {
        return DeployBody.State.valueOf(value.name());
    }

    static DeployBody.Hold hold(Hold value) {
        return new DeployBody.Hold(value.environment(), value.service(), value.owner(), value.reason(), value.until());
    }

    static DeployBody.Earlier earlier(DeployEvidence.Earlier value) {
        return new DeployBody.Earlier(value.environment(), value.reached());
    }

    static DeployBody.Rollback rollback(DeployEvidence.Rollback value) {
        return new DeployBody.Rollback(value.deploy());
    }

    static DeployBody.Verification verification(DeployEvidence.Verification value) {
        return new DeployBody.Verification(
                value.gates().stream().map(DeployWire::check).toList(), value.branch(), value.onBranch());
    }

    static DeployBody.Check check(GateCheck value) {
        return new DeployBody.Check(
                value.required().gate(),
                value.required().part(),
                Known.map(value.recorded(), DeployWire::pass),
                Known.map(value.fresh(), ExplanationBody::of),
                sorted(value.changed()));
    }

    static DeployBody.Pass pass(RecordedPass value) {
        return new DeployBody.Pass(
                value.gate(),
                value.evidenceId(),
                ChangeBody.of(value.change()),
                value.service(),
                value.opensDeploy(),
                new GroundsBody(value.grounds().hashes()),
                value.pullRequests().stream().map(DeployWire::pullRequest).toList(),
                value.tickets().stream().map(DeployWire::ticket).toList());
    }

    static DeployBody.Policy policy(DeployGate.Rules value) {
        return new DeployBody.Policy(
                value.productionBranch(),
                value.required().stream().map(RequiredPass::gate).distinct().toList(),
                value.required().stream()
                        .map(RequiredPass::part)
                        .filter(Objects::nonNull)
                        .toList(),
                value.earlierEnvironment(),
                jobs(value.jobs()));
    }

    static DeployBody.Jobs jobs(DeployingJobs value) {
        return new DeployBody.Jobs(value.patterns());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
