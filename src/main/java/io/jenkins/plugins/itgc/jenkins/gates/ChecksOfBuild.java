package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.GateCheck;
import io.jenkins.plugins.itgc.deploy.GateChecks;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.deploy.RecordedPass;
import io.jenkins.plugins.itgc.deploy.RequiredPass;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.ledger.Grounds;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Opens the gates of a build once more, exactly as the build called them, and compares with what they passed on. */
final class ChecksOfBuild implements GateChecks {
    private final Run<?, ?> build;
    private final StepContext context;
    private final DeployTarget target;
    private final List<RecordedPass> passes;
    private final Clock clock;
    private final Map<RequiredPass, Checked<?>> checked = new ConcurrentHashMap<>();

    ChecksOfBuild(Run<?, ?> build, StepContext context, DeployTarget target, List<RecordedPass> passes, Clock clock) {
        this.build = build;
        this.context = context;
        this.target = target;
        this.passes = passes;
        this.clock = clock;
    }

    /** A gate with what it says now. */
    private record Checked<E extends Evidence>(OpenGate<E> open, Gate.Judgement<E> judgement) {
        void askAgain() throws EvidenceUnavailable, InterruptedException {
            if (judgement.evidence() != null) {
                open.gate().ask(judgement.evidence());
            }
        }

        void deploys() {
            if (judgement.ruling().decision() instanceof Decision.Pass) {
                open.deploys(judgement);
            }
        }
    }

    @Override
    public void askAgain(RequiredPass required) throws EvidenceUnavailable, InterruptedException {
        Checked<?> found = checked.get(required);
        if (found != null) {
            found.askAgain();
        }
    }

    @Override
    public Set<Topic> topics() {
        return checked.values().stream()
                .flatMap(found -> found.open().gate().topics().stream())
                .collect(Collectors.toSet());
    }

    /** A deploy begins on what they said. */
    void deploys() {
        checked.values().forEach(Checked::deploys);
    }

    @Override
    public GateCheck check(RequiredPass required) throws EvidenceUnavailable, InterruptedException {
        for (RecordedPass pass : passes) {
            if (required.isGivenBy(pass)) {
                return again(required, pass);
            }
        }
        return GateCheck.missing(required);
    }

    private GateCheck again(RequiredPass required, RecordedPass pass) throws EvidenceUnavailable, InterruptedException {
        PassedGate kept = PassedGates.of(build).stream()
                .filter(one -> one.evidenceId().equals(pass.evidenceId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The pass " + pass.evidenceId() + " is not of " + build));
        try {
            return ask(required, kept.call().open(context), pass);
        } catch (AbortException e) {
            throw new EvidenceUnavailable(cannotBeAsked(pass.gate(), e), null, e);
        } catch (IOException e) {
            throw new EvidenceUnavailable(cannotBeAsked(pass.gate(), e), Gate.RECHECK, e);
        }
    }

    private <E extends Evidence> GateCheck ask(RequiredPass required, OpenGate<E> open, RecordedPass pass)
            throws InterruptedException {
        Gate.Judgement<E> judgement = open.gate().look(clock);
        checked.put(required, new Checked<>(open, judgement));
        Map<Ground, Object> parts =
                judgement.evidence() == null ? Map.of() : open.gate().restsOn(judgement.evidence());
        Set<String> changed = Grounds.of(parts).changedSince(pass.grounds());
        return new GateCheck(
                required, asJudgedNow(pass, judgement), judgement.ruling().explanation(), changed);
    }

    /** Passes of before this was kept say of a pull request, too, that it opens a deploy. */
    private static RecordedPass asJudgedNow(RecordedPass pass, Gate.Judgement<?> judgement) {
        return judgement.ruling().change().subject() == Change.Subject.PRODUCTION_COMMIT ? pass : pass.withoutMeaning();
    }

    private Finding cannotBeAsked(String gate, IOException cause) {
        return Finding.of("deploy.gate-not-asked", target.name(), null, gate, Worded.of(cause));
    }
}
