package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.GateResult;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.LiveBuilds;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.fold.LastRuling;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** One judgement of a gate for a build: gathered, judged, recorded, shown and told. */
public final class GateRun {
    private final Ruling ruling;
    private final LastRuling saying;
    private final Map<String, Object> result;
    private final Duration patience;
    private final Set<Topic> topics;

    private GateRun(Ruling ruling, LastRuling saying, Map<String, Object> result, OpenGate<?> open) {
        this.ruling = ruling;
        this.saying = saying;
        this.result = result;
        this.patience = open.patience();
        this.topics = open.gate().topics();
    }

    /**
     * What a ruling is timed by and recorded with.
     *
     * @param ledger asked for only when something is to be recorded, since it may not be open yet
     * @param builds how builds are named in the ledger
     */
    public record Recording(Clock clock, Supplier<Ledger> ledger, LiveBuilds builds) {}

    /** @param before what this step last said; null when it has said nothing yet */
    public static GateRun judge(GateCall call, StepContext context, LastRuling before, Recording recording)
            throws IOException, InterruptedException {
        return judge(call, call.open(context), context, before, recording);
    }

    private static <E extends Evidence> GateRun judge(
            GateCall call, OpenGate<E> open, StepContext context, LastRuling before, Recording recording)
            throws IOException, InterruptedException {
        Gate.Judgement<E> judgement = open.gate().rule(recording.clock());
        Ruling ruling = judgement.ruling();
        Map<String, Object> own = judgement.evidence() == null ? Map.of() : open.result(judgement.evidence());
        if (before != null && before.repeatedBy(ruling)) {
            return new GateRun(ruling, before, GateResult.of(ruling, before.evidenceId(), own), open);
        }
        String evidenceId = record(call, open, judgement, context, recording);
        GateConsole console = GateConsole.of(context);
        console.show(ruling, evidenceId);
        publish(open, ruling, console);
        return new GateRun(ruling, LastRuling.of(ruling, evidenceId), GateResult.of(ruling, evidenceId, own), open);
    }

    /** A decision is acted on only after it is in the ledger. */
    private static <E extends Evidence> String record(
            GateCall call, OpenGate<E> open, Gate.Judgement<E> judgement, StepContext context, Recording recording)
            throws IOException, InterruptedException {
        Run<?, ?> build = context.get(Run.class);
        Grounds grounds =
                Grounds.of(judgement.evidence() == null ? Map.of() : open.gate().restsOn(judgement.evidence()));
        String evidenceId = new EventLog(recording.ledger().get())
                .append(
                        open.event(judgement, grounds.hashes()),
                        recording.builds().actor(build))
                .entry()
                .evidenceId();
        if (judgement.ruling().decision() instanceof Decision.Pass) {
            PassedGates.add(build, new PassedGate(judgement.ruling().gate(), evidenceId, call));
        }
        return evidenceId;
    }

    private static void publish(OpenGate<?> open, Ruling ruling, GateConsole console) throws InterruptedException {
        try {
            console.say(open.publish(ruling));
        } catch (EvidenceUnavailable e) {
            console.say("It could not be published: " + e.finding().what() + " "
                    + e.finding().next());
        }
    }

    /** What was decided, whether or not the step said it before. */
    public Decision decision() {
        return ruling.decision();
    }

    /** What was said last, now. */
    public LastRuling saying() {
        return saying;
    }

    /** What the step gives back to the pipeline: verdict, findings, evidence id and what the gate itself adds. */
    public Map<String, Object> result() {
        return result;
    }

    /** How long an answer that could not be had is asked for again. */
    public Duration patience() {
        return patience;
    }

    /** What to listen to while the gate is not open. */
    public Set<Topic> topics() {
        return topics;
    }

    /** Why the gate failed, in one line. */
    public Message refusal() {
        List<Finding> findings = ruling.explanation().allFindings();
        return Message.of("deploy.ended.gate-failed", ruling.gate(), sentences(findings));
    }

    private static Message sentences(List<Finding> findings) {
        return findings.stream()
                .map(Finding::problem)
                .reduce((before, next) -> Message.of("gate.then", before, next))
                .orElse(Message.text(""));
    }
}
