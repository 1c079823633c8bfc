package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Result;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.view.DashboardAnswers;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.people.Account;
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

/** The step as pipelines and people meet it. */
@WithJenkins
class AwaitManagerApprovalStepTest {
    private JenkinsRule jenkins;
    private SystemsOfRecord systems;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        systems = new SystemsOfRecord();
        systems.configure();
        Approvers.configure(rule, "1 of managers");
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowRun start(String script, CauseAction... causes) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run = job.scheduleBuild2(0, causes).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: ", run);
        return run;
    }

    private Form form(WorkflowRun run) {
        return new Form(jenkins, run);
    }

    private static List<Entry> entries(String kind) {
        return ItgcServices.get().ledger().entries(0, 1000).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private static String request() {
        List<Entry> asked = entries("approval.requested");
        return String.valueOf(asked.get(asked.size() - 1).sequence());
    }

    private static Receipt slack(String person, Vote.Act act) {
        return ItgcServices.get()
                .approvals()
                .vote(new Answer(request(), Account.slack("T1", "U" + person), "slack", "as agreed"), act);
    }

    private void passes(WorkflowRun run) throws Exception {
        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void aManagerApprovesInTheFormOfTheBuild() throws Exception {
        WorkflowRun run = start("def r = " + Approvers.STEP + "\necho \"verdict ${r.verdict} by ${r.approvers}\"");
        jenkins.assertLogContains("Missing: 1 of managers (mia, noah).", run);
        assertThat(form(run).approve("mia")).isLessThan(400);
        passes(run);
        jenkins.assertLogContains("verdict pass by [mia]", run);
        assertThat(form(run).open()).isEmpty();
        assertThat(entries("approval.given")).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("acme/orders@" + SystemsOfRecord.HEAD + " in production");
            assertThat(entry.actor()).isEqualTo("jenkins mia");
            assertThat(entry.body())
                    .contains("\"person\":\"mia\"", "\"channel\":\"jenkins\"", "\"groups\":[\"managers\"]");
        });
        assertThat(entries("approval.completed")).hasSize(1);
    }

    @Test
    void aRefusalInTheFormFailsTheBuild() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        form(run).refuse("noah");
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("noah refused: refused in the build.", run);
        assertThat(entries("approval.refused")).hasSize(1);
    }

    @Test
    void theAuthorIsToldWhyItDoesNotCountAndIsAskedNoMore() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        String first = form(run).awaitOpen(1).get(0);
        form(run).press("alice", first, "proceedEmpty");
        jenkins.waitForMessage(
                "alice opened the pull request in acme/orders#12, so alice's approval does not count.", run);
        String second = form(run).awaitOpen(1, first).get(0);
        assertThat(second).isNotEqualTo(first);
        assertThat(entries("approval.not-counted")).hasSize(1);
        form(run).press("mia", second, "proceedEmpty");
        passes(run);
    }

    @Test
    void anAdministratorIsNotExempt() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        String first = form(run).awaitOpen(1).get(0);
        assertThat(form(run).press("root", first, "proceedEmpty")).isLessThan(400);
        jenkins.waitForMessage("root is in none of managers.", run);
        String second = form(run).awaitOpen(1, first).get(0);
        form(run).press("root", second, "abort");
        form(run).awaitOpen(1, first, second);
        assertThat(run.isBuilding()).isTrue();
        assertThat(entries("approval.not-counted")).hasSize(2);
        form(run).approve("mia");
        passes(run);
    }

    @Test
    void jenkinsItselfTurnsAwayWhoIsNoSubmitter() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        String id = form(run).awaitOpen(1).get(0);
        assertThat(form(run).press("carl", id, "proceedEmpty")).isGreaterThanOrEqualTo(400);
        assertThat(form(run).press("carl", id, "abort")).isGreaterThanOrEqualTo(400);
        assertThat(form(run).open()).containsExactly(id);
        form(run).approve("mia");
        passes(run);
    }

    @Test
    void whoStartedTheBuildDoesNotApproveIt() throws Exception {
        WorkflowRun run = start(Approvers.STEP, new CauseAction(new Cause.UserIdCause("mia")));
        String first = form(run).awaitOpen(1).get(0);
        form(run).press("mia", first, "proceedEmpty");
        jenkins.waitForMessage("mia started this build, so mia's approval does not count.", run);
        form(run).awaitOpen(1, first);
        form(run).approve("noah");
        passes(run);
    }

    @Test
    void whoApprovesInSlackSettlesTheForm() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        form(run).awaitOpen(1);
        assertThat(slack("mia", Vote.Act.GIVE).taken()).isTrue();
        passes(run);
        assertThat(form(run).open()).isEmpty();
    }

    @Test
    void onePersonUnderTwoAccountsCountsOnce() throws Exception {
        Approvers.configure(jenkins, "2 of managers");
        WorkflowRun run = start(Approvers.STEP);
        slack("mia", Vote.Act.GIVE);
        form(run).approve("mia");
        jenkins.waitForMessage("You have said so already; nothing changed.", run);
        jenkins.waitForMessage("Missing: 1 of managers (noah). Approved so far by mia.", run);
        assertThat(run.isBuilding()).isTrue();
        form(run).approve("noah");
        passes(run);
    }

    @Test
    void aDashboardAnswerCountsLikeAnyOther() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        DashboardAnswers answers = new DashboardAnswers();
        assertThat(answers.awaits(request(), "mia")).isTrue();
        assertThat(answers.awaits(request(), "alice")).isFalse();
        assertThat(answers.awaits(request(), "stranger")).isFalse();
        assertThat(answers.approve(request(), "alice", "").taken()).isFalse();
        assertThat(answers.approve(request(), "stranger", "").message().english())
                .contains("No identity entry tells who stranger");
        assertThat(answers.approve("999999", "mia", "").taken()).isFalse();
        assertThat(answers.approve(request(), "mia", "").taken()).isTrue();
        passes(run);
        assertThat(answers.awaits(request(), "noah")).isFalse();
    }

    @Test
    void aManagerApprovesInTheTicket() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        systems.moveTicket("Release approved", "acc-dev", "2026-10-02T10:00:00.000+0000");
        ItgcServices.get().waiting().wake(Topic.ticket("OPS-7"));
        systems.moveTicket("Release approved", "acc-mia", "2026-10-02T11:00:00.000+0000");
        ItgcServices.get().waiting().wake(Topic.ticket("OPS-7"));
        passes(run);
        assertThat(entries("approval.given")).singleElement().satisfies(entry -> assertThat(entry.body())
                .contains("\"channel\":\"ticket\"", "\"person\":\"mia\"", "put OPS-7 into Release approved"));
    }

    @Test
    void aChangedDescriptionVoidsTheRequest() throws Exception {
        Approvers.configure(jenkins, "2 of managers");
        WorkflowRun run = start(Approvers.STEP);
        String before = request();
        slack("mia", Vote.Act.GIVE);
        jenkins.waitForMessage("Approved so far by mia.", run);
        systems.change("Ticket: OPS-7", "Ticket: OPS-7\\nAnd one thing more");
        ItgcServices.get().waiting().wake(Topic.pullRequest(new RepositoryId("acme", "orders"), 12));
        await().atMost(Duration.ofMinutes(2)).until(() -> !request().equals(before));
        assertThat(entries("approval.voided")).singleElement().satisfies(entry -> assertThat(entry.body())
                .contains("\"changed\":[\"acme/orders#12\"]"));
        assertThat(ItgcServices.get()
                        .approvals()
                        .vote(new Answer(before, Account.slack("T1", "Unoah"), "slack", ""), Vote.Act.GIVE)
                        .sentence())
                .contains("void");
        slack("noah", Vote.Act.GIVE);
        jenkins.waitForMessage("Approved so far by noah.", run);
        assertThat(run.isBuilding()).isTrue();
        slack("mia", Vote.Act.GIVE);
        passes(run);
    }

    @Test
    void whatWasWithdrawnCountsNoMore() throws Exception {
        Approvers.configure(jenkins, "2 of managers");
        WorkflowRun run = start(Approvers.STEP);
        slack("mia", Vote.Act.GIVE);
        assertThat(slack("mia", Vote.Act.WITHDRAW).taken()).isTrue();
        assertThat(slack("mia", Vote.Act.WITHDRAW).taken()).isFalse();
        slack("noah", Vote.Act.GIVE);
        jenkins.waitForMessage("Approved so far by noah.", run);
        assertThat(run.isBuilding()).isTrue();
        slack("mia", Vote.Act.GIVE);
        passes(run);
    }

    @Test
    void theGlassIsBrokenByTwoAndReviewedByAThird() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        ApprovalService approvals = ItgcServices.get().approvals();
        assertThat(approvals.breakGlass(jenkinsAnswer("mia", "down")).taken()).isFalse();
        assertThat(approvals.breakGlass(jenkinsAnswer("carl", " ")).taken()).isFalse();
        assertThat(approvals.confirm(jenkinsAnswer("noah", "")).taken()).isFalse();
        assertThat(approvals
                        .breakGlass(jenkinsAnswer("carl", "the shop is down"))
                        .taken())
                .isTrue();
        assertThat(approvals.confirm(jenkinsAnswer("carl", "")).taken()).isFalse();
        assertThat(approvals.confirm(jenkinsAnswer("alice", "")).sentence()).contains("does not count");
        assertThat(run.isBuilding()).isTrue();
        assertThat(approvals.confirm(jenkinsAnswer("noah", "saw it")).taken()).isTrue();
        passes(run);
        jenkins.assertLogContains("carl invoked break-glass (the shop is down), confirmed by noah", run);
        assertThat(approvals.review(jenkinsAnswer("noah", "")).taken()).isFalse();
        assertThat(approvals.review(jenkinsAnswer("mia", "fine")).taken()).isTrue();
        assertThat(entries("breakglass.reviewed")).hasSize(1);
    }

    private static Answer jenkinsAnswer(String user, String reason) {
        return new Answer(request(), Account.jenkins(user), "rest", reason);
    }

    @Test
    void approvalsWaitSideBySide() throws Exception {
        WorkflowRun run = start("parallel a: { " + Approvers.STEP + " }, b: { " + Approvers.STEP + " }");
        List<String> ids = form(run).awaitOpen(2);
        assertThat(ids).doesNotHaveDuplicates();
        form(run).press("mia", ids.get(0), "proceedEmpty");
        passes(run);
        assertThat(form(run).open()).isEmpty();
    }

    @Test
    void abortTakesTheFormDown() throws Exception {
        WorkflowRun run = start(Approvers.STEP);
        form(run).awaitOpen(1);
        run.doStop();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(form(run).open()).isEmpty();
    }

    @Test
    void saysWhenNobodyIsNamedWhoApproves() throws Exception {
        systems.configure();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(Approvers.STEP, true));
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));
        jenkins.assertLogContains("the environment \"production\" does not say who approves", run);
    }
}
