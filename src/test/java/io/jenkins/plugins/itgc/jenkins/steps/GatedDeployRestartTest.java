package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.Hold;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** A controller that restarts around a deploy: no turn is lost, none is taken twice. */
class GatedDeployRestartTest {
    private static final DeployTarget ORDERS = new DeployTarget("orders", "production");
    private static final String DEPLOY = "testGate 'review'\ngatedDeploy(environment: 'production', service: 'orders')";

    /** The gate before the deploys of these tests. */
    public static final class Before extends TestGateStep {
        @DataBoundConstructor
        public Before(String gate) {
            super(gate);
        }

        /** Makes it known. */
        @TestExtension
        public static final class DescriptorImpl extends Type {}
    }

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @BeforeEach
    void open() {
        TestGateStep.reset();
    }

    private static WorkflowRun begin(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun again(JenkinsRule jenkins, String name) {
        return jenkins.jenkins.getItemByFullName(name, WorkflowJob.class).getBuildByNumber(1);
    }

    private static void proceed(WorkflowRun run) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> run.getAction(InputAction.class) != null
                        && !run.getAction(InputAction.class).getExecutions().isEmpty());
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() ->
                        run.getAction(InputAction.class).getExecutions().get(0).proceed(Map.of()));
    }

    private static List<String> ends() {
        return ItgcServices.get().ledger().entries(0, 200).stream()
                .map(Entry::kind)
                .filter(kind ->
                        EventLog.names(Kind.of(DeployEvent.Progress.class)).contains(kind)
                                && !kind.equals("deploy.requested"))
                .toList();
    }

    private static SystemsOfRecord systems() throws Exception {
        SystemsOfRecord systems = new SystemsOfRecord();
        systems.branchLeftBehind("1".repeat(40));
        return systems;
    }

    @Test
    void keepsTheOrderOfTheQueue() throws Throwable {
        try (SystemsOfRecord systems = systems()) {
            sessions.then(jenkins -> {
                systems.configure();
                ItgcServices.get().holds().place(new Hold("production", null, "mia", "Incident 42", null));
                jenkins.waitForMessage("mia holds", begin(jenkins, "first", DEPLOY + " { echo 'body of first' }"));
                jenkins.waitForMessage("Place 2", begin(jenkins, "second", DEPLOY + " { echo 'body of second' }"));
            });
            sessions.then(jenkins -> {
                assertThat(ItgcServices.get().deploys().queue(ORDERS))
                        .extracting(DeployNews::build)
                        .containsExactly("first#1", "second#1");
                ItgcServices.get().holds().release("production", null, "mia");
                ItgcServices.get().waiting().wake(Holds.topic("production"));
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(again(jenkins, "first")));
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(again(jenkins, "second")));
                assertThat(ends())
                        .containsExactly("deploy.started", "deploy.succeeded", "deploy.started", "deploy.succeeded");
            });
        }
    }

    @Test
    void goesOnInTheBodyWithoutBeginningAgain() throws Throwable {
        try (SystemsOfRecord systems = systems()) {
            sessions.then(jenkins -> {
                systems.configure();
                WorkflowRun run =
                        begin(jenkins, "orders", DEPLOY + " { echo 'body begins'\ninput 'now?'\necho 'body ends' }");
                jenkins.waitForMessage("now?", run);
            });
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins, "orders");
                assertThat(ItgcServices.get().deploys().queue(ORDERS)).hasSize(1);
                proceed(run);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("body ends", run);
                assertThat(JenkinsRule.getLog(run).split("body begins", -1)).hasSize(2);
                assertThat(ends()).containsExactly("deploy.started", "deploy.succeeded");
            });
        }
    }

    /** The ledger says that it began, the pipeline does not: a death in between. */
    @Test
    void doesNotBeginWhatMayHaveBegunAlready() throws Throwable {
        try (SystemsOfRecord systems = systems()) {
            sessions.then(jenkins -> {
                systems.configure();
                ItgcServices.get().holds().place(new Hold("production", null, "mia", "Incident 42", null));
                jenkins.waitForMessage("mia holds", begin(jenkins, "orders", DEPLOY + " { echo 'body of orders' }"));
                DeployRegister deploys = ItgcServices.get().deploys();
                deploys.start(deploys.queue(ORDERS).get(0).deploy());
            });
            sessions.then(jenkins -> {
                WorkflowRun run =
                        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(again(jenkins, "orders")));
                jenkins.assertLogContains("It does not start twice", run);
                jenkins.assertLogNotContains("body of", run);
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(ends()).containsExactly("deploy.started", "deploy.unknown"));
            });
        }
    }

    @Test
    void freesTheTurnOfABuildThatIsGone() throws Throwable {
        try (SystemsOfRecord systems = systems()) {
            sessions.then(jenkins -> {
                systems.configure();
                WorkflowRun run = begin(jenkins, "first", DEPLOY + " { input 'now?' }");
                jenkins.waitForMessage("now?", run);
                DeployRegister deploys = ItgcServices.get().deploys();
                DeployNews lost = deploys.queue(ORDERS).get(0);
                deploys.end(lost.deploy(), DeployState.UNKNOWN, Message.text("Only to make room."));
                DeployNews ghost = deploys.request(ghostOf(lost), "99");
                deploys.start(ghost.deploy());
                proceed(run);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            });
            sessions.then(jenkins -> {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> ItgcServices.get().deploys().queue(ORDERS).isEmpty());
                assertThat(ends()).endsWith("deploy.unknown");
            });
        }
    }

    private static DeployNews ghostOf(DeployNews news) {
        return new DeployNews(
                null,
                DeployState.REQUESTED,
                news.target(),
                news.repository(),
                news.commit(),
                news.tree(),
                null,
                false,
                "removed#3",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                news.at());
    }
}
