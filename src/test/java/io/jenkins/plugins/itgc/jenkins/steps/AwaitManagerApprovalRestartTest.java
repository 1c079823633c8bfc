package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.view.DashboardAnswers;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.people.Account;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts while it waits for an approval; then the approval comes, by each way. */
class AwaitManagerApprovalRestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private interface Approving {
        void by(JenkinsRule jenkins, WorkflowRun run, SystemsOfRecord systems) throws Exception;
    }

    private void approvedAfterRestart(String script, Approving approving) throws Throwable {
        try (SystemsOfRecord systems = new SystemsOfRecord()) {
            sessions.then(jenkins -> {
                systems.configure();
                Approvers.configure(jenkins, "1 of managers");
                WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
                job.setDefinition(new CpsFlowDefinition(script, true));
                WorkflowRun run = job.scheduleBuild2(0).waitForStart();
                jenkins.waitForMessage("[itgc] Waiting: ", run);
                new Form(jenkins, run).awaitOpen(script.contains("parallel") ? 2 : 1);
            });
            sessions.then(jenkins -> {
                Approvers.configure(jenkins, "1 of managers");
                WorkflowRun run = jenkins.jenkins
                        .getItemByFullName("orders", WorkflowJob.class)
                        .getBuildByNumber(1);
                approving.by(jenkins, run, systems);
                await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                assertThat(new Form(jenkins, run).open()).isEmpty();
            });
        }
    }

    private static String request() {
        return ItgcServices.get().ledger().entries(0, 1000).stream()
                .filter(entry -> entry.kind().equals("approval.requested"))
                .map(Entry::sequence)
                .reduce((first, last) -> last)
                .map(String::valueOf)
                .orElseThrow();
    }

    @Test
    void inTheForm() throws Throwable {
        approvedAfterRestart(Approvers.STEP, (jenkins, run, systems) -> new Form(jenkins, run).approve("mia"));
    }

    @Test
    void inTheFormAfterAnAnswerThatDoesNotCount() throws Throwable {
        approvedAfterRestart(Approvers.STEP, (jenkins, run, systems) -> {
            Form form = new Form(jenkins, run);
            String first = form.awaitOpen(1).get(0);
            form.press("alice", first, "proceedEmpty");
            form.awaitOpen(1, first);
            form.approve("mia");
        });
    }

    @Test
    void inTheTicket() throws Throwable {
        approvedAfterRestart(Approvers.STEP, (jenkins, run, systems) -> {
            systems.moveTicket("Release approved", "acc-mia", "2026-10-02T11:00:00.000+0000");
            ItgcServices.get().waiting().wake(Topic.ticket("OPS-7"));
        });
    }

    @Test
    void inSlack() throws Throwable {
        approvedAfterRestart(Approvers.STEP, (jenkins, run, systems) -> assertThat(ItgcServices.get()
                        .approvals()
                        .vote(new Answer(request(), Account.slack("T1", "Umia"), "slack", ""), Vote.Act.GIVE)
                        .taken())
                .isTrue());
    }

    @Test
    void onTheDashboard() throws Throwable {
        approvedAfterRestart(Approvers.STEP, (jenkins, run, systems) -> assertThat(
                        new DashboardAnswers().approve(request(), "mia", "").taken())
                .isTrue());
    }

    @Test
    void inOneOfTwoBranches() throws Throwable {
        approvedAfterRestart(
                "parallel a: { " + Approvers.STEP + " }, b: { " + Approvers.STEP + " }", (jenkins, run, systems) -> {
                    Form form = new Form(jenkins, run);
                    form.press("mia", form.awaitOpen(2).get(0), "proceedEmpty");
                });
    }
}
