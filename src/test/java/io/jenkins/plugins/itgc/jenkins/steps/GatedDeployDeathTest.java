package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** A controller that dies just as the body of a deploy begins: the program on its disk then is all that it goes on with. */
class GatedDeployDeathTest {
    private static final DeployTarget ORDERS = new DeployTarget("orders", "production");
    private static final String HERE = GatedDeployDeathTest.class.getName();
    private static final Set<String> ENDS =
            Set.of("deploy.started", "deploy.succeeded", "deploy.failed", "deploy.unknown");
    private static volatile Path program;

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

    /** Called by the Pipeline: its own thread is busy while the deploy begins, so that all that follows queues up behind it. */
    public static void holdUntilItBegins() {
        if (Files.exists(kept())) {
            return; // this is the life after
        }
        await().atMost(Duration.ofMinutes(2))
                .during(Duration.ofMillis(300))
                .until(() -> ItgcServices.get().deploys().queue(ORDERS).stream()
                        .map(DeployNews::state)
                        .anyMatch(DeployState.STARTED::equals));
    }

    /** Called by the Pipeline. */
    public static void keepProgram() {
        copy(program, kept());
    }

    private static Path kept() {
        return program.resolveSibling("kept.dat");
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() {
        return "testGate 'review'\nparallel(deploy: { try {\ngatedDeploy(environment: 'production', service: 'orders') {\n"
                + HERE + ".keepProgram()\necho 'body begins'\ninput 'now?' }\n"
                + "} finally { echo \"recorded ${" + HERE + ".ends()}\" } },\n"
                + "other: { " + HERE + ".holdUntilItBegins()\nsleep 1 })\n";
    }

    @Test
    void doesNotRunTheBodyAgain() throws Throwable {
        try (SystemsOfRecord systems = new SystemsOfRecord()) {
            systems.branchLeftBehind("1".repeat(40));
            sessions.then(jenkins -> {
                systems.configure();
                WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
                job.setDefinition(new CpsFlowDefinition(script(), false));
                program = job.getRootDir().toPath().resolve("builds/1/program.dat");
                jenkins.waitForMessage("now?", job.scheduleBuild2(0).waitForStart());
            });
            copy(kept(), program);
            sessions.then(jenkins -> {
                WorkflowRun run = jenkins.jenkins
                        .getItemByFullName("orders", WorkflowJob.class)
                        .getBuildByNumber(1);
                jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
                jenkins.assertLogContains("It does not start twice", run);
                assertThat(JenkinsRule.getLog(run).split("body begins", -1)).hasSize(2);
                jenkins.assertLogContains("recorded [deploy.started, deploy.unknown]", run);
            });
        }
    }

    /** Called by the Pipeline: how far deploys came, at that moment. */
    public static List<String> ends() {
        return ItgcServices.get().ledger().entries(0, 100).stream()
                .map(Entry::kind)
                .filter(ENDS::contains)
                .toList();
    }
}
