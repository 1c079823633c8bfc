package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts while the step itgcReview waits for a GitHub that fails. */
class ItgcReviewRestartTest {
    private static final String SCRIPT =
            "def r = itgcReview(environment: 'production', repository: 'acme/orders', pullRequest: 12)\n"
                    + "echo \"verdict ${r.verdict}\"";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private void waitsForGitHub(SystemsOfRecord systems) throws Throwable {
        systems.answer(aResponse().withStatus(500));
        sessions.then(jenkins -> {
            systems.configure();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
            job.setDefinition(new CpsFlowDefinition(SCRIPT, true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("[itgc] Waiting: ", run);
            Parked.until(run);
        });
    }

    private static WorkflowRun again(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("orders", WorkflowJob.class).getBuildByNumber(1);
    }

    @Test
    void judgesAgainFromFreshEvidence() throws Throwable {
        try (SystemsOfRecord systems = new SystemsOfRecord()) {
            waitsForGitHub(systems);
            int before = systems.reads();
            systems.recover();
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass", run);
                assertThat(systems.reads()).isGreaterThan(before);
            });
        }
    }

    @Test
    void waitsOnAndHearsOfThePullRequest() throws Throwable {
        try (SystemsOfRecord systems = new SystemsOfRecord()) {
            waitsForGitHub(systems);
            int before = systems.reads();
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins);
                Instant byItself = Parked.until(run);
                assertThat(systems.reads()).isGreaterThan(before);
                jenkins.assertLogNotContains("verdict", run);
                systems.recover();
                ItgcServices.get().waiting().wake(Topic.pullRequest(new RepositoryId("acme", "orders"), 12));
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass", run);
                assertThat(Parked.decided("review.decided")).isBefore(byItself);
            });
        }
    }
}
