package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step as a pipeline meets it. */
@WithJenkins
class ItgcReviewStepTest {
    private static final String STEP =
            "itgcReview environment: 'production', repository: 'acme/orders', pullRequest: 12";
    private static final Topic PULL_REQUEST = Topic.pullRequest(new RepositoryId("acme", "orders"), 12);

    private JenkinsRule jenkins;
    private SystemsOfRecord systems;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        systems = new SystemsOfRecord();
        systems.configure();
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowRun build(String script, Result result) throws Exception {
        return jenkins.assertBuildStatus(result, job(script).scheduleBuild2(0));
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static void unreachable(SystemsOfRecord systems) {
        systems.answer(aResponse().withStatus(500));
    }

    @Test
    void passesAndGivesTheVerdictToThePipeline() throws Exception {
        WorkflowRun run = build(
                "def r = " + STEP + "\necho \"verdict ${r.verdict} commit ${r.commit} migration ${r.migration}\"",
                Result.SUCCESS);
        jenkins.assertLogContains("verdict pass commit " + SystemsOfRecord.HEAD + " migration false", run);
        jenkins.assertLogContains("[itgc] PASS: review of acme/orders#12", run);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"APPROVE\"");
    }

    private static void told(boolean review, boolean status) {
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setPublishReview(review);
        production.setCommitStatus(status);
        ItgcConfiguration.get().setEnvironments(List.of(production));
    }

    @Test
    void setsACommitStatusOfItsEnvironmentWithoutAReview() throws Exception {
        told(false, true);
        systems.statuses("[]");
        WorkflowRun run = build(STEP, Result.SUCCESS);
        assertThat(systems.submittedReviews()).isEmpty();
        assertThat(systems.putStatuses())
                .singleElement()
                .asString()
                .contains("\"success\"", "\"itgc/review: production\"");
        jenkins.assertLogContains("Commit status on GitHub: submitted.", run);
    }

    @Test
    void setsNoCommitStatusThatStandsAlready() throws Exception {
        told(true, true);
        systems.statuses(
                "[{\"context\":\"itgc/review: production\",\"state\":\"success\",\"description\":\"All rules hold.\"}]");
        WorkflowRun run = build(STEP, Result.SUCCESS);
        assertThat(systems.submittedReviews()).hasSize(1);
        assertThat(systems.putStatuses()).isEmpty();
        jenkins.assertLogContains("Review on GitHub: submitted. Commit status on GitHub: unchanged.", run);
    }

    @Test
    void setsItsCommitStatusAlthoughTheReviewIsNotTaken() throws Exception {
        told(true, true);
        systems.statuses("[]");
        systems.takesNoReview();
        WorkflowRun run = build(STEP, Result.SUCCESS);
        assertThat(systems.putStatuses()).hasSize(1);
        jenkins.assertLogContains("It could not be published: GitHub answered 422", run);
    }

    @Test
    void asksForNoStatusThatItDoesNotSet() throws Exception {
        told(false, false);
        WorkflowRun run = build(STEP, Result.SUCCESS);
        jenkins.assertLogContains("Nothing was written to GitHub.", run);
    }

    @Test
    void takesApprovalAndStatusBackWhenItCannotBeJudgedUntilSomebodyActs() throws Exception {
        told(true, true);
        systems.statuses("[]");
        systems.ticket(aResponse().withStatus(401));
        systems.votes("APPROVED", SystemsOfRecord.HEAD);
        build(STEP, Result.FAILURE);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"REQUEST_CHANGES\"");
        assertThat(systems.putStatuses()).singleElement().asString().contains("\"error\"");
    }

    @Test
    void refusalFailsTheBuildAndSaysWhatToDo() throws Exception {
        systems.change("\"login\": \"bob\"", "\"login\": \"alice\"");
        WorkflowRun run = build(STEP, Result.FAILURE);
        jenkins.assertLogContains("alice approved, but opened the pull request.", run);
        jenkins.assertLogContains("ERROR: review gate failed:", run);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"REQUEST_CHANGES\"");
    }

    @Test
    void refusalIsGivenBackWhenThePipelineWantsToDecide() throws Exception {
        systems.change("Ticket: OPS-7", "OPS-7");
        WorkflowRun run = build(
                "def r = " + STEP + ", failOnRefuse: false\necho \"${r.verdict} ${r.findings[0].code}\"",
                Result.SUCCESS);
        jenkins.assertLogContains("refuse review.no-ticket", run);
    }

    @Test
    void everyDecisionIsInTheLedgerWithItsEvidence() throws Exception {
        WorkflowRun run = build(STEP, Result.SUCCESS);
        List<Entry> entries = ItgcServices.get().ledger().entries(0, 10);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("review.decided");
            assertThat(entry.subject()).isEqualTo("acme/orders@" + SystemsOfRecord.HEAD);
            assertThat(entry.actor()).isEqualTo("build orders#1");
            assertThat(entry.body()).contains("\"decision\":\"pass\"").contains("\"login\":\"bob\"");
        });
        jenkins.assertLogContains("Evidence " + entries.get(0).evidenceId(), run);
        assertThat(ItgcServices.get().ledger().verify().intact()).isTrue();
    }

    @Test
    void waitsWhileGitHubFailsAndLooksAgainWhenAnEventArrives() throws Exception {
        unreachable(systems);
        WorkflowRun run = job(STEP).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: GitHub answered 500", run);
        systems.recover();
        ItgcServices.get().waiting().wake(PULL_REQUEST);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void abortEndsTheWaitingAtOnce() throws Exception {
        unreachable(systems);
        WorkflowRun run = job(STEP).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: ", run);
        run.doStop();
        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        jenkins.assertBuildStatus(Result.ABORTED, run);
        int reads = systems.reads();
        ItgcServices.get().waiting().wake(PULL_REQUEST);
        assertThat(systems.reads()).isEqualTo(reads);
    }

    @Test
    void gatesWaitSideBySide() throws Exception {
        unreachable(systems);
        WorkflowRun run = job("parallel a: { " + STEP + " }, b: { " + STEP + " }")
                .scheduleBuild2(0)
                .waitForStart();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> JenkinsRule.getLog(run).split("\\[itgc\\] Waiting: ", -1).length == 3);
        systems.recover();
        ItgcServices.get().waiting().wake(PULL_REQUEST);
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void whatNeedsAPersonFailsAtOnce() throws Exception {
        systems.answer(aResponse().withStatus(401));
        WorkflowRun run = build(STEP, Result.FAILURE);
        jenkins.assertLogContains("GitHub answered 401 for acme/orders#12.", run);
        jenkins.assertLogContains("Renew the credentials for GitHub", run);
    }

    @Test
    void saysWhatToWriteWhenNothingNamesAChange() throws Exception {
        WorkflowRun run = build("itgcReview environment: 'production'", Result.FAILURE);
        jenkins.assertLogContains("This job has no GitHub branch source, so name the change", run);
    }

    @Test
    void saysWhichEnvironmentIsMissing() throws Exception {
        WorkflowRun run = build(STEP.replace("production", "moon"), Result.FAILURE);
        jenkins.assertLogContains("there is no environment \"moon\"", run);
    }

    @Test
    void saysWhichCredentialsAreMissing() throws Exception {
        WorkflowRun run = build(STEP + ", credentialsId: 'nowhere'", Result.FAILURE);
        jenkins.assertLogContains("There are no credentials \"nowhere\"", run);
    }

    @Test
    void declarativePipelinesUseItToo() throws Exception {
        build("pipeline { agent none\n stages { stage('Review') { steps { " + STEP + " } } } }", Result.SUCCESS);
    }
}
