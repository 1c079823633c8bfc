package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts while a gate waits. */
class ItgcReviewRestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void judgesAgainFromFreshEvidenceAfterARestart() throws Throwable {
        try (SystemsOfRecord systems = new SystemsOfRecord()) {
            sessions.then(jenkins -> {
                systems.configure();
                systems.answer(aResponse().withStatus(500));
                WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
                job.setDefinition(new CpsFlowDefinition(
                        "def r = itgcReview(environment: 'production', repository: 'acme/orders', pullRequest: 12)\n"
                                + "echo \"verdict ${r.verdict}\"",
                        true));
                WorkflowRun run = job.scheduleBuild2(0).waitForStart();
                jenkins.waitForMessage("[itgc] Waiting: ", run);
            });
            systems.recover();
            sessions.then(jenkins -> {
                WorkflowRun run = jenkins.jenkins
                        .getItemByFullName("orders", WorkflowJob.class)
                        .getBuildByNumber(1);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass", run);
                ItgcServices.get()
                        .waiting()
                        .wake(Topic.pullRequest(new RepositoryId("acme", "orders"), 12));
            });
        }
    }
}
