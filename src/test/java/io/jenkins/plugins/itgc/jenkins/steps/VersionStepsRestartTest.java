package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts between two calls of the steps rollbackTarget and runningVersion in one build. */
class VersionStepsRestartTest {
    private static final String FIRST = "1".repeat(40);
    private static final String SECOND = "2".repeat(40);
    private static final String OTHER = "9".repeat(40);

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    /** Two deploys, and a build that calls the step, says what it answered, and waits for somebody. */
    private void begun(String script, String said) throws Throwable {
        sessions.then(jenkins -> {
            ItgcConfiguration.get().setEnvironments(List.of(new EnvironmentEntry("production")));
            deployed(FIRST);
            deployed(SECOND);
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
            job.setDefinition(new CpsFlowDefinition(script, true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage(said, run);
            await().atMost(Duration.ofMinutes(2)).until(() -> asks(run));
        });
    }

    private static void deployed(String commit) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", "orders");
        body.put("environment", "production");
        body.put("repository", "acme/orders");
        body.put("commit", commit);
        body.put("tree", "d".repeat(40));
        body.put("rollback", false);
        body.put("build", "orders#" + commit.charAt(0));
        body.put("pullRequests", List.of());
        body.put("tickets", List.of());
        long id = append("deploy.requested", body);
        body.put("deploy", String.valueOf(id));
        append("deploy.started", body);
        append("deploy.succeeded", body);
    }

    private static long append(String kind, Map<String, Object> body) {
        return ItgcServices.get()
                .ledger()
                .append(new Draft(kind, "orders in production", "user mia", body))
                .sequence();
    }

    private static boolean asks(WorkflowRun run) throws Exception {
        InputAction asked = run.getAction(InputAction.class);
        return asked != null && !asked.getExecutions().isEmpty();
    }

    private static WorkflowRun ended(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                jenkins.jenkins.getItemByFullName("orders", WorkflowJob.class).getBuildByNumber(1);
        await().atMost(Duration.ofMinutes(2)).until(() -> asks(run));
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() ->
                        run.getAction(InputAction.class).getExecutions().get(0).proceed(Map.of()));
        return jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void aRollbackTargetIsKeptAndIsTheSameWhenItIsAskedForAgain() throws Throwable {
        String ask = "rollbackTarget(environment: 'production', service: 'orders')";
        begun(
                "def back = " + ask + "\necho \"before ${back.commit}\"\ninput 'now?'\n"
                        + "echo \"kept ${back.commit} of ${back.build}\"\ndef again = " + ask
                        + "\necho \"again ${again.commit} ${again == back}\"",
                "before " + FIRST);

        sessions.then(jenkins -> {
            WorkflowRun run = ended(jenkins);
            jenkins.assertLogContains("kept " + FIRST + " of orders#1", run);
            jenkins.assertLogContains("again " + FIRST + " true", run);
        });
    }

    @Test
    void aRollbackTargetIsThatOfNowWhenADeployCameInBetween() throws Throwable {
        String ask = "rollbackTarget(environment: 'production', service: 'orders').commit";
        begun("echo \"before ${" + ask + "}\"\ninput 'now?'\necho \"after ${" + ask + "}\"", "before " + FIRST);

        sessions.then(jenkins -> {
            deployed(OTHER);
            jenkins.assertLogContains("after " + SECOND, ended(jenkins));
        });
    }

    /** What was seen before it is not known any more, so one look after it proves nothing yet. */
    @Test
    void aRunningVersionIsSeenTwiceAfterTheRestartBeforeItCountsAsAnother() throws Throwable {
        String look = "runningVersion(service: 'orders', commit: '" + OTHER + "')";
        begun(
                "def seen = " + look + "\necho \"before ${seen.verdict}\"\ninput 'now?'\n"
                        + "echo \"kept ${seen.verdict} ${seen.recorded}\"\necho \"after ${" + look + ".verdict}\"\n"
                        + "echo \"at last ${" + look + ".verdict}\"",
                "before unsettled");

        sessions.then(jenkins -> {
            WorkflowRun run = ended(jenkins);
            jenkins.assertLogContains("kept unsettled " + SECOND, run);
            jenkins.assertLogContains("after unsettled", run);
            jenkins.assertLogContains("at last drifted", run);
            assertThat(differences()).containsExactly("bypass.found");
        });
    }

    @Test
    void aDifferenceIsRecordedOnceOverARestartAndSoIsItsEnd() throws Throwable {
        String look = "runningVersion(service: 'orders', commit: '" + OTHER + "')\n";
        begun(
                look + "echo \"before ${" + look.strip() + ".verdict}\"\ninput 'now?'\n" + look + look
                        + "echo \"after ${runningVersion(service: 'orders', commit: '" + SECOND + "').verdict}\"",
                "before drifted");

        sessions.then(jenkins -> {
            jenkins.assertLogContains("after as_recorded", ended(jenkins));
            assertThat(differences()).containsExactly("bypass.found", "drift.ended");
        });
    }

    private static List<String> differences() {
        return ItgcServices.get().ledger().entries(0, 200).stream()
                .map(Entry::kind)
                .filter(kind -> kind.startsWith("bypass.") || kind.startsWith("drift."))
                .toList();
    }
}
