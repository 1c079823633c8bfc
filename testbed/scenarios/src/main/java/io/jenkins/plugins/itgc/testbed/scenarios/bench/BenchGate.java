package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.jenkins.gates.GateCall;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A gate that waits until the bench opens all of them. */
record BenchGate(int number) implements Gate<BenchGate.Nothing>, OpenGate<BenchGate.Nothing> {
    static final AtomicBoolean OPEN = new AtomicBoolean();

    private static final Change CHANGE = Change.ofProduction(
            new RepositoryId("bench", "bench"),
            new CommitId("0".repeat(40)),
            new TreeId("0".repeat(40)),
            List.of(1),
            "production");

    private static final Finding SHUT =
            new Finding("bench.shut", Message.text("The bench holds it."), "bench", null, Message.text("Wait."));

    /** No facts at all. */
    record Nothing(Change change) implements Evidence {}

    /** What a step would hold of it. */
    record Call(int number) implements GateCall {
        @Override
        public OpenGate<?> open(StepContext context) {
            return new BenchGate(number);
        }

        @Override
        public String environment() {
            return "production";
        }

        @Override
        public String service() {
            return null;
        }

        @Override
        public boolean failOnRefuse() {
            return true;
        }
    }

    static Topic topic(int number) {
        return Topic.ticket("BENCH-" + (number + 1));
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public Change subject() {
        return CHANGE;
    }

    @Override
    public Nothing gather() {
        return new Nothing(CHANGE);
    }

    @Override
    public Explanation judge(Nothing evidence) {
        return OPEN.get()
                ? Explanation.pass(Message.text("Bench"), Message.text("Open."))
                : new Explanation(Message.text("Bench"), Outcome.WAIT, SHUT.problem(), List.of(SHUT), List.of());
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(topic(number), Topic.pullRequest(CHANGE.repository(), number + 1));
    }

    @Override
    public Gate<Nothing> gate() {
        return this;
    }

    /** The ledger has no kind for benches; this one is written like a review of nothing. */
    @Override
    public RulingEvent event(Judgement<Nothing> judgement, Map<String, String> grounds) {
        ReviewBody.Evidence nothing = new ReviewBody.Evidence(
                ChangeBody.of(CHANGE), ReviewBody.Subject.PRODUCTION_COMMIT, List.of(), null, List.of());
        return new RulingEvent.Review(
                Subject.OfChange.of(CHANGE), RulingBody.of(judgement.ruling(), null, null, nothing, grounds));
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public Map<String, Object> result(Nothing evidence) {
        return Map.of();
    }

    @Override
    public String publish(Ruling ruling) {
        return "";
    }
}
