package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.Deployment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.DeploymentStatus;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge is reviewed and deployed, and everybody around hears of it, once. */
class DeployOfWorldTest {
    private static final Path WORLD = Path.of("src/test/resources/attacks/14e-reviewed-merge-passes.yaml");
    private static final String TARGET = "environment: 'production', service: 'orders'";

    @TempDir
    Path home;

    private Sandbox sandbox;
    private Controller controller;
    private String commit;
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(World.load(WORLD), 0);
        controller =
                Controller.start(ControllerOptions.in(home).configuredBy(List.of(new WorldCasc(sandbox).write(home))));
        commit = repository().branches().get("master");
    }

    @AfterEach
    void stop() {
        controller.close();
        sandbox.close();
    }

    private Repository repository() {
        return sandbox.world().repository("acme/orders");
    }

    private WorkflowRun deploy(String before, String body) throws Exception {
        return deploy(TARGET, before, body);
    }

    private WorkflowRun deploy(String target, String before, String body) throws Exception {
        String script = "itgcReview " + target + ", repository: 'acme/orders', commit: '" + commit + "'\n" + before
                + "gatedDeploy(" + target + ") { " + body + " }\n";
        return controller.run("orders", script, "rita", line -> {
            if (line.equals("MEANWHILE")) {
                meanwhile.run();
            }
        });
    }

    private static List<String> states(Deployment deployment) {
        return deployment.statuses().stream().map(DeploymentStatus::state).toList();
    }

    private List<String> commentsOnPullRequest() {
        return repository().pullRequests().get(12).comments().stream()
                .map(Comment::body)
                .toList();
    }

    private List<String> commentsOnTicket() {
        return sandbox.world().jira().issues().get("OPS-7").comments().stream()
                .map(Comment::body)
                .toList();
    }

    @Test
    void isToldToGitHubThePullRequestAndTheTicket() throws Exception {
        WorkflowRun run = deploy("", "echo \"deploying ${env.ITGC_COMMIT}\"");

        assertThat(run.getResult()).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("deploying " + commit);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(repository().checks().deployments()).singleElement().satisfies(deployment -> {
                assertThat(deployment.sha()).isEqualTo(commit);
                assertThat(deployment.environment()).isEqualTo("production");
                assertThat(states(deployment)).containsExactly("in_progress", "success");
            });
            assertThat(commentsOnPullRequest())
                    .singleElement()
                    .asString()
                    .contains("orders in production succeeded\\: commit ");
            assertThat(commentsOnTicket())
                    .singleElement()
                    .asString()
                    .contains("orders in production succeeded: commit ");
        });
    }

    @Test
    void isToldAgainWhenGitHubDidNotTakeItAndStillOnlyOnce() throws Exception {
        operation(
                "add-fault",
                "{\"fault\": {\"match\": {\"method\": \"POST\", \"path\": \"/github/api/v3/repos/acme/orders/deployments\"},"
                        + " \"status\": 502, \"times\": 1}}");

        WorkflowRun run = deploy("", "echo 'deploying'");

        assertThat(run.getResult()).as(run.getLog()).isEqualTo(Result.SUCCESS);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        repository().checks().deployments())
                .singleElement()
                .satisfies(deployment -> assertThat(states(deployment)).containsExactly("in_progress", "success")));
        assertThat(commentsOnPullRequest()).hasSize(1);
    }

    private void untilStatesAre(int deployment, String... states) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(repository().checks().deployments()).hasSizeGreaterThan(deployment);
            assertThat(states(repository().checks().deployments().get(deployment)))
                    .containsExactly(states);
        });
    }

    @Test
    void makesTheEarlierDeploymentOfTheSameServiceInactiveAndNoOther() throws Exception {
        deploy("", "echo 'deploying'");
        untilStatesAre(0, "in_progress", "success");
        deploy(TARGET.replace("orders", "payments"), "", "echo 'deploying'");
        untilStatesAre(1, "in_progress", "success");
        deploy("", "error 'no route to host'");
        untilStatesAre(2, "in_progress", "failure");

        deploy("", "echo 'deploying'");

        untilStatesAre(3, "in_progress", "success");
        untilStatesAre(0, "in_progress", "success", "inactive");
        untilStatesAre(1, "in_progress", "success");
        untilStatesAre(2, "in_progress", "failure");
    }

    @Test
    void makesTheEarlierDeploymentInactiveLaterWhenGitHubDidNotTakeIt() throws Exception {
        deploy("", "echo 'deploying'");
        untilStatesAre(0, "in_progress", "success");
        operation(
                "add-fault",
                "{\"fault\": {\"match\": {\"method\": \"POST\", \"path\": \"/github/api/v3/repos/acme/orders/deployments/"
                        + repository().checks().deployments().get(0).id()
                        + "/statuses\"}, \"status\": 502, \"times\": 1}}");

        deploy("", "echo 'deploying'");

        untilStatesAre(0, "in_progress", "success", "inactive");
        untilStatesAre(1, "in_progress", "success");
    }

    @Test
    void isTellingOfAFailureToo() throws Exception {
        WorkflowRun run = deploy("", "error 'no route to host'");

        assertThat(run.getResult()).isEqualTo(Result.FAILURE);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                        repository().checks().deployments())
                .singleElement()
                .satisfies(deployment -> assertThat(states(deployment)).containsExactly("in_progress", "failure")));
        assertThat(commentsOnPullRequest()).isEmpty();
    }

    @Test
    void doesNotBeginWhenTheReviewIsDismissedMeanwhile() throws Exception {
        meanwhile = () -> operation(
                "dismiss-review",
                "{\"repository\": \"acme/orders\", \"number\": 12, \"by\": \"alice\", \"author\": \"bob\"}");

        WorkflowRun run = deploy("echo 'MEANWHILE'\n", "echo 'deploying'");

        assertThat(run.getResult()).isEqualTo(Result.FAILURE);
        assertThat(run.getLog())
                .contains("this has changed: the reviews of acme/orders#12")
                .doesNotContain("deploying");
        assertThat(repository().checks().deployments()).isEmpty();
    }

    @Test
    void doesNotBeginWhenTheTicketLosesItsApprovalMeanwhile() throws Exception {
        meanwhile = () -> operation("transition-ticket", "{\"key\": \"OPS-7\", \"to\": \"To Do\", \"by\": \"alice\"}");

        WorkflowRun run = deploy("echo 'MEANWHILE'\n", "echo 'deploying'");

        assertThat(run.getResult()).isEqualTo(Result.FAILURE);
        assertThat(run.getLog())
                .contains("Gate review", "Ticket OPS-7 is in status To Do.")
                .doesNotContain("deploying");
    }

    @Test
    void doesNotBeginWhenTheBranchWasRewrittenMeanwhile() throws Exception {
        meanwhile = () -> operation(
                "force-push",
                "{\"repository\": \"acme/orders\", \"branch\": \"master\", \"by\": \"mia\", \"commit\": \"start\"}");

        WorkflowRun run = deploy("echo 'MEANWHILE'\n", "echo 'deploying'");

        assertThat(run.getResult()).isEqualTo(Result.FAILURE);
        assertThat(run.getLog()).contains("does not contain").doesNotContain("deploying");
    }

    private void operation(String name, String parameters) {
        try {
            sandbox.world().apply(Operations.parse(name, new ObjectMapper().readTree(parameters)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
