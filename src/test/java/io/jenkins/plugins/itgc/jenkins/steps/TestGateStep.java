package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.jenkins.gates.GateCall;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code testGate 'review'}: a gate that says what the test tells it to say. Extensions of tests count only inside of the
 * test's class, so each test that uses it has a subclass with a descriptor of its own.
 */
public abstract class TestGateStep extends Step {
    /** What every such gate says from now on; null for a pass. */
    static volatile Finding refusal;

    /** What happens while it is asked. */
    public static volatile Runnable meanwhile = () -> {};

    /** What its pass rests on. */
    static volatile String ground = "as it was";

    private final String gate;
    private String service = "orders";
    private String commit = "1".repeat(40);
    private boolean pullRequest;

    public TestGateStep(String gate) {
        this.gate = gate;
    }

    public static void reset() {
        refusal = null;
        ground = "as it was";
        meanwhile = () -> {};
    }

    public String getGate() {
        return gate;
    }

    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = service;
    }

    public String getCommit() {
        return commit;
    }

    @DataBoundSetter
    public void setCommit(String commit) {
        this.commit = commit;
    }

    public boolean isPullRequest() {
        return pullRequest;
    }

    /** Whether it is asked about a pull request, and not about a commit of the production branch. */
    @DataBoundSetter
    public void setPullRequest(boolean pullRequest) {
        this.pullRequest = pullRequest;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new GateStepExecution(new Call(gate, service, commit, pullRequest), context);
    }

    /** What the pipeline said. */
    record Nothing(Change change) implements Evidence {}

    private static final class Call implements GateCall {
        private static final long serialVersionUID = 1L;

        private final String gate;
        private final String service;
        private final String commit;
        private final boolean pullRequest;

        Call(String gate, String service, String commit, boolean pullRequest) {
            this.gate = gate;
            this.service = service;
            this.commit = commit;
            this.pullRequest = pullRequest;
        }

        @Override
        public OpenGate<?> open(StepContext context) {
            return new Open(gate, commit, service, pullRequest);
        }

        @Override
        public String environment() {
            return "production";
        }

        @Override
        public String service() {
            return service;
        }

        @Override
        public boolean failOnRefuse() {
            return true;
        }
    }

    private record Open(String name, String commit, String service, boolean ofPullRequest)
            implements Gate<Nothing>, OpenGate<Nothing> {
        @Override
        public Change subject() {
            return Change.ofProduction(
                            RepositoryId.parse("acme/orders"),
                            new CommitId(commit),
                            new TreeId("f".repeat(40)),
                            List.of(12),
                            "production")
                    .as(ofPullRequest ? Change.Subject.PULL_REQUEST : Change.Subject.PRODUCTION_COMMIT);
        }

        @Override
        public Nothing gather() {
            meanwhile.run();
            return new Nothing(subject());
        }

        @Override
        public Explanation judge(Nothing evidence) {
            return refusal == null
                    ? Explanation.pass(Message.text("Test"), Message.text("Fine."))
                    : Explanation.refuse(Message.text("Test"), refusal);
        }

        @Override
        public Map<Ground, Object> restsOn(Nothing evidence) {
            return Map.of(Ground.the(Ground.Part.EVIDENCE), ground);
        }

        @Override
        public Set<Topic> topics() {
            return Set.of();
        }

        @Override
        public Gate<Nothing> gate() {
            return this;
        }

        @Override
        public RulingEvent event(Gate.Judgement<Nothing> judgement, Map<String, String> grounds) {
            return RulingOfTest.of(judgement.ruling(), service, grounds);
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
            return "Nothing was written.";
        }
    }

    /** Describes the step. */
    public abstract static class Type extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "testGate";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
