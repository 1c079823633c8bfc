package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Run;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.RulingBody;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** One judgement of a gate for a build: gathered, judged, recorded, shown and told. */
final class GateRun {
    private final Ruling ruling;
    private final Map<String, Object> result;
    private final Duration patience;
    private final Set<Topic> topics;

    private GateRun(Ruling ruling, Map<String, Object> result, OpenGate<?> open) {
        this.ruling = ruling;
        this.result = result;
        this.patience = open.patience();
        this.topics = open.gate().topics();
    }

    static GateRun judge(GateCall call, StepContext context) throws IOException, InterruptedException {
        return judge(call.open(context), context);
    }

    private static <E extends Evidence> GateRun judge(OpenGate<E> open, StepContext context)
            throws IOException, InterruptedException {
        Gate.Judgement<E> judgement = open.gate().rule(ItgcServices.get().clock());
        Ruling ruling = judgement.ruling();
        Entry entry = record(open, judgement, context);
        GateConsole console = GateConsole.of(context);
        console.show(ruling, entry.evidenceId());
        publish(open, ruling, console);
        Map<String, Object> own = judgement.evidence() == null ? Map.of() : open.result(judgement.evidence());
        return new GateRun(ruling, GateResult.of(ruling, entry.evidenceId(), own), open);
    }

    /** A decision is acted on only after it is in the ledger. */
    private static <E extends Evidence> Entry record(
            OpenGate<E> open, Gate.Judgement<E> judgement, StepContext context)
            throws IOException, InterruptedException {
        Run<?, ?> build = context.get(Run.class);
        String actor = "build " + build.getExternalizableId();
        return ItgcServices.get()
                .ledger()
                .append(RulingBody.draft(judgement.ruling(), open.policy(), judgement.evidence(), actor));
    }

    private static void publish(OpenGate<?> open, Ruling ruling, GateConsole console) throws InterruptedException {
        try {
            console.say(open.publish(ruling));
        } catch (EvidenceUnavailable e) {
            console.say("It could not be published: " + e.finding().what() + " "
                    + e.finding().next());
        }
    }

    Decision decision() {
        return ruling.decision();
    }

    Map<String, Object> result() {
        return result;
    }

    Duration patience() {
        return patience;
    }

    Set<Topic> topics() {
        return topics;
    }

    /** Why the gate stays shut, in one line. */
    String refusal() {
        List<Finding> findings = ruling.explanation().allFindings();
        return "The " + ruling.gate() + " gate stays shut: "
                + findings.stream().map(Finding::what).collect(Collectors.joining(" "));
    }
}
