package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.Hold;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.BoundCredentials;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.watch.DeployLifecycle;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** A deploy that runs keeps its turn, whatever its job is called meanwhile. */
@WithJenkins
class RenamedWhileDeployingTest {
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

    private JenkinsRule jenkins;
    private SystemsOfRecord systems;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        TestGateStep.reset();
        systems = new SystemsOfRecord();
        systems.configure();
        systems.branchLeftBehind("1".repeat(40));
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowRun begin(String name, String body) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(DEPLOY + body, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    /** As for whoever looks for a job by its old name after it was renamed. */
    private static void goesByAnotherName(String job) {
        ControllerRuntime.current().items().remove(job);
    }

    private static void proceed(WorkflowRun run) throws Exception {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> run.getAction(InputAction.class) != null
                        && !run.getAction(InputAction.class).getExecutions().isEmpty());
        run.getAction(InputAction.class).getExecutions().get(0).proceed(Map.of());
    }

    private static List<String> kinds() {
        return ItgcServices.get().ledger().entries(0, 100).stream()
                .map(Entry::kind)
                .filter(kind ->
                        EventLog.names(Kind.of(DeployEvent.Progress.class)).contains(kind))
                .toList();
    }

    @Test
    void keepsItsTurnWhileItsBodyRuns() throws Exception {
        BoundCredentials key = new BoundCredentials("deploy-key", "DEPLOY_KEY");
        key.setUsernameVariable("DEPLOY_USER");
        ItgcConfiguration.get().getEnvironments().get(0).setCredentials(List.of(key));
        ConfigurationAsCode.get()
                .configure(
                        GatedDeployStepTest.class.getResource("deploy-key.yaml").toString());
        WorkflowRun run = begin("first", " { input 'now?'\n echo \"as ${env.DEPLOY_USER}\" }");
        jenkins.waitForMessage("now?", run);
        goesByAnotherName("first");

        DeployLifecycle.get().settle();

        assertThat(ItgcServices.get().deploys().queue(ORDERS))
                .extracting(DeployNews::state)
                .containsExactly(DeployState.STARTED);
        proceed(run);
        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        assertThat(kinds()).containsExactly("deploy.requested", "deploy.started", "deploy.succeeded");
        jenkins.assertLogContains("as deployer", run);
        DeployLifecycle.get().settle();
        assertThat(ItgcServices.get().liveBuilds().under("first#1")).isEmpty();
    }

    @Test
    void keepsItsPlaceWhileItWaits() throws Exception {
        ItgcServices.get().holds().place(new Hold("production", null, "mia", "Incident 42", null));
        WorkflowRun run = begin("first", " { echo 'body of first' }");
        jenkins.waitForMessage("mia holds", run);
        goesByAnotherName("first");

        DeployLifecycle.get().settle();
        ItgcServices.get().holds().release("production", null, "mia");
        ItgcServices.get().waiting().wake(Holds.topic("production"));

        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        jenkins.assertLogContains("body of first", run);
        assertThat(kinds()).containsExactly("deploy.requested", "deploy.started", "deploy.succeeded");
    }
}
