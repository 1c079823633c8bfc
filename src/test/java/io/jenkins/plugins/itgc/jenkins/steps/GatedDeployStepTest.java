package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.Hold;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.BoundCredentials;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.JiraTracker;
import io.jenkins.plugins.itgc.jenkins.config.SavedEarlier;
import io.jenkins.plugins.itgc.jenkins.watch.AnnouncerSource;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** A deploy as a pipeline meets it; the gates before it say what the test tells them. */
@WithJenkins
class GatedDeployStepTest {
    private static final DeployTarget ORDERS = new DeployTarget("orders", "production");
    private static final String COMMIT = "1".repeat(40);
    private static final String DEPLOY = "gatedDeploy(environment: 'production', service: 'orders')";
    private static final String PASSED = "testGate 'review'\n";
    private static final Finding SHUT =
            new Finding("test.shut", Message.text("Bob took his word back."), "pr", null, Message.text("Ask bob."));

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
        systems.branchLeftBehind(COMMIT);
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowJob job(String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private WorkflowRun build(String script, Result result) throws Exception {
        return jenkins.assertBuildStatus(result, job("orders", script).scheduleBuild2(0));
    }

    private WorkflowRun refused(String script, String why) throws Exception {
        WorkflowRun run = build(script, Result.FAILURE);
        jenkins.assertLogNotContains("body of", run);
        jenkins.assertLogContains(why, run);
        return run;
    }

    private static String body(String text) {
        return " { echo \"body of " + text + "\" }";
    }

    private static List<String> kinds() {
        return ItgcServices.get().ledger().entries(0, 100).stream()
                .map(Entry::kind)
                .filter(kind ->
                        EventLog.names(Kind.of(DeployEvent.Progress.class)).contains(kind))
                .toList();
    }

    private static List<DeployNews> queue() {
        return ItgcServices.get().deploys().queue(ORDERS);
    }

    private static void untilQueueIs(int length) {
        await().atMost(Duration.ofMinutes(2)).until(() -> queue().size() == length);
    }

    @Test
    void runsItsBodyAndRecordsItsBeginningAndItsEnd() throws Exception {
        WorkflowRun run = build(PASSED + DEPLOY + body("${env.ITGC_SERVICE} ${env.ITGC_COMMIT}"), Result.SUCCESS);

        jenkins.assertLogContains("body of orders " + COMMIT, run);
        assertThat(kinds()).containsExactly("deploy.requested", "deploy.started", "deploy.succeeded");
        assertThat(ItgcServices.get().deploys().current(ORDERS)).hasValueSatisfying(news -> {
            assertThat(news.commit()).isEqualTo(COMMIT);
            assertThat(news.build()).isEqualTo("orders#1");
            assertThat(news.gates()).extracting(DeployNews.GatePass::gate).containsExactly("review");
        });
        assertThat(ItgcServices.get().ledger().verify().intact()).isTrue();
    }

    @Test
    void refusesAPipelineThatLeavesTheGateOut() throws Exception {
        refused(DEPLOY + body("orders"), "No commit has passed the review gate in this build");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void refusesAPipelineThatLeavesOneOfTheGatesOut() throws Exception {
        ItgcConfiguration.get().getEnvironments().get(0).setRequiredGates("review, approval");

        refused(PASSED + DEPLOY + body("orders"), "The approval gate has no pass in this build");
        untilQueueIs(0);
        assertThat(kinds()).containsExactly("deploy.requested", "deploy.aborted");
    }

    @Test
    void refusesAnEnvironmentThatAsksForNoReview() throws Exception {
        SavedEarlier.with("requiredGates", "approval");

        refused("testGate 'approval'\n" + DEPLOY + body("orders"), "name review, and what else of");
        assertThat(kinds()).isEmpty();
    }

    /** Somebody who cannot even say whether it wants to hear of deploys. */
    @TestExtension("endsAlthoughWhoeverWantsToHearOfItFails")
    public static final class BrokenSource implements AnnouncerSource {
        @Override
        public List<Announcer> announcers(DeployNews news) {
            throw new IllegalStateException("The configuration is half read.");
        }
    }

    /** Somebody who hears of every deploy. */
    @TestExtension("tellsEverybodyHowADeployEndedThatTheNextOneSettled")
    public static final class Listening implements AnnouncerSource, Announcer {
        static final List<DeployNews> HEARD = new CopyOnWriteArrayList<>();

        @Override
        public List<Announcer> announcers(DeployNews news) {
            return List.of(this);
        }

        @Override
        public String name() {
            return "listening";
        }

        @Override
        public boolean wants(DeployState state) {
            return true;
        }

        @Override
        public Announced announce(DeployNews news) {
            HEARD.add(news);
            return new Announced(Message.text("Heard."), null);
        }
    }

    private static DeployNews of(String build) {
        return new DeployNews(
                null,
                DeployState.REQUESTED,
                ORDERS,
                "acme/orders",
                COMMIT,
                "f".repeat(40),
                null,
                false,
                build,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                ItgcServices.get().clock().instant());
    }

    @Test
    void tellsEverybodyHowADeployEndedThatTheNextOneSettled() throws Exception {
        begun("removed#2");
        untilUnknown("removed#2"); // by the look every minute, whose first comes with what was missed before it
        begun("removed#3");

        build(PASSED + DEPLOY + body("orders"), Result.SUCCESS);

        untilUnknown("removed#3");
    }

    private static void begun(String removedBuild) {
        DeployRegister deploys = ItgcServices.get().deploys();
        deploys.start(deploys.request(of(removedBuild), "99").deploy());
    }

    private static void untilUnknown(String build) {
        await().atMost(Duration.ofMinutes(2)).until(() -> Listening.HEARD.stream()
                .anyMatch(news -> news.build().equals(build) && news.state() == DeployState.UNKNOWN));
    }

    @Test
    void endsAlthoughWhoeverWantsToHearOfItFails() throws Exception {
        build(PASSED + DEPLOY + body("orders"), Result.SUCCESS);

        assertThat(kinds()).endsWith("deploy.started", "deploy.succeeded");
    }

    private static List<String> told() {
        return ItgcServices.get().ledger().entries(Set.of("deploy.noticed"), 0, 100).stream()
                .map(Entry::actor)
                .toList();
    }

    @Test
    void tellsOfItWhenTheConfigurationIsMended() throws Exception {
        JiraTracker jira = (JiraTracker) ItgcConfiguration.get().getTrackers().get(0);
        jira.setCredentialsId("misspelt");
        build(PASSED + DEPLOY + body("orders"), Result.SUCCESS);
        assertThat(kinds()).endsWith("deploy.started", "deploy.succeeded");
        assertThat(told()).isEmpty();

        jira.setCredentialsId("");

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(told()).contains("ticket-comments"));
    }

    @Test
    void refusesThePassOfAnotherService() throws Exception {
        refused(
                "testGate gate: 'review', service: 'payments'\n" + DEPLOY + body("orders"),
                "No commit has passed the review gate in this build");
    }

    /** A pull request whose head is the production commit is judged without what that commit stands on. */
    @ParameterizedTest
    @ValueSource(strings = {"approval", "migration", "window"})
    void refusesAGateThatPassedAPullRequestWithTheSameCommit(String gate) throws Exception {
        ItgcConfiguration.get().getEnvironments().get(0).setRequiredGates("review, " + gate);

        refused(
                PASSED + "testGate gate: '" + gate + "', pullRequest: true\n" + DEPLOY + body("orders"),
                "What the " + gate + " gate passed in this build is no commit of the production branch.");
    }

    @Test
    void refusesAReviewThatPassedAPullRequestOnly() throws Exception {
        refused(
                "testGate gate: 'review', pullRequest: true\n" + DEPLOY + body("orders"),
                "a pull request opens no deploy");
        assertThat(kinds()).isEmpty();
    }

    /** The pass that counts is that of the production commit, whichever was last. */
    @Test
    void aPassOfAPullRequestTakesNothingFromThePassOfItsCommit() throws Exception {
        build(PASSED + "testGate gate: 'review', pullRequest: true\n" + DEPLOY + body("orders"), Result.SUCCESS);
    }

    @Test
    void refusesGatesThatPassedDifferentCommits() throws Exception {
        ItgcConfiguration.get().getEnvironments().get(0).setRequiredGates("review, approval");

        refused(
                PASSED + "testGate gate: 'approval', commit: '" + "2".repeat(40) + "'\n" + DEPLOY + body("orders"),
                "which is not what is to be deployed");
    }

    @Test
    void refusesThePassOfAnEarlierBuild() throws Exception {
        WorkflowJob job = job("orders", PASSED + DEPLOY + body("orders"));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0));
        job.setDefinition(new CpsFlowDefinition(DEPLOY + body("again"), true));

        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0));

        jenkins.assertLogNotContains("body of again", run);
    }

    @Test
    void refusesWhenAGateTakesItsWordBack() throws Exception {
        WorkflowRun run = started(PASSED + "input 'now?'\n" + DEPLOY + body("orders"));
        TestGateStep.refusal = SHUT;
        proceed(run);

        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Bob took his word back.", run);
        jenkins.assertLogNotContains("body of", run);
    }

    @Test
    void refusesWhenWhatAPassRestedOnHasChangedAndNamesIt() throws Exception {
        WorkflowRun run = started(PASSED + "input 'now?'\n" + DEPLOY + body("orders"));
        TestGateStep.ground = "changed";
        proceed(run);

        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Since the review gate passed, this has changed: evidence.", run);
        jenkins.assertLogNotContains("body of", run);
    }

    @Test
    void refusesACommitThatIsNotOnTheBranchAnyMore() throws Exception {
        systems.branchLost(COMMIT);

        refused(PASSED + DEPLOY + body("orders"), "does not contain 1111111111 any more");
    }

    @Test
    void blocksWhenTheBranchCannotBeRead() throws Exception {
        systems.branchLeftBehind("2".repeat(40));
        systems.forgetComparisons();

        refused(PASSED + DEPLOY + body("orders"), "GitHub");
    }

    private WorkflowRun started(String script) throws Exception {
        WorkflowRun run = job("orders", script).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("now?", run);
        return run;
    }

    private static void proceed(WorkflowRun run) throws Exception {
        InputAction input = run.getAction(InputAction.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> !input.getExecutions().isEmpty());
        input.getExecutions().get(0).proceed(Map.of());
    }

    @Test
    void waitsForTheDeployBeforeIt() throws Exception {
        WorkflowRun first = job("first", PASSED + DEPLOY + " { input 'now?' }")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("now?", first);
        WorkflowRun second = job("second", PASSED + DEPLOY + body("second"))
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("Place 2 in the queue of orders in production", second);
        jenkins.assertLogNotContains("first#1", second);
        jenkins.assertLogNotContains("body of", second);

        proceed(first);

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(first));
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(second));
        assertThat(kinds()).endsWith("deploy.succeeded", "deploy.started", "deploy.succeeded");
    }

    @Test
    void waitsWhileSomebodyHoldsTheEnvironment() throws Exception {
        Holds holds = ItgcServices.get().holds();
        holds.place(new Hold("production", null, "mia", "Incident 42", null));
        WorkflowRun run = job("orders", PASSED + DEPLOY + body("orders"))
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("mia holds production: Incident 42", run);
        jenkins.assertLogNotContains("body of", run);

        holds.release("production", null, "mia");
        ItgcServices.get().waiting().wake(Holds.topic("production"));

        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void leavesTheQueueWhenItIsAborted() throws Exception {
        ItgcServices.get().holds().place(new Hold("production", null, "mia", "Incident 42", null));
        WorkflowRun run = job("orders", PASSED + DEPLOY + body("orders"))
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("mia holds", run);

        run.doStop();

        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        jenkins.assertBuildStatus(Result.ABORTED, run);
        untilQueueIs(0);
        assertThat(kinds()).endsWith("deploy.aborted");
    }

    @Test
    void recordsADeployThatFails() throws Exception {
        build(PASSED + DEPLOY + " { error 'no route to host' }", Result.FAILURE);

        assertThat(kinds()).endsWith("deploy.started", "deploy.failed");
        assertThat(lastBody()).contains("no route to host");
        assertThat(ItgcServices.get().deploys().current(ORDERS)).isEmpty();
    }

    @Test
    void recordsADeployThatIsAborted() throws Exception {
        WorkflowRun run = job("orders", PASSED + DEPLOY + " { input 'now?' }")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("now?", run);

        run.doStop();

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        untilQueueIs(0);
        assertThat(kinds()).endsWith("deploy.started", "deploy.aborted");
    }

    private static String lastBody() {
        List<Entry> entries = ItgcServices.get().ledger().entries(0, 100);
        return entries.get(entries.size() - 1).body();
    }

    @Test
    void waitsForTheEnvironmentBefore() throws Exception {
        EnvironmentEntry staging = new EnvironmentEntry("staging");
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setDeployAfter("staging");
        ItgcConfiguration.get().setEnvironments(List.of(staging, production));
        WorkflowRun run = job("orders", PASSED + DEPLOY + body("orders"))
                .scheduleBuild2(0)
                .waitForStart();

        jenkins.waitForMessage("1111111111 has not been deployed to staging with success.", run);

        jenkins.assertLogNotContains("body of", run);
        run.doStop();
        jenkins.waitForCompletion(run);
    }

    private static void secretOfTheEnvironment(String id) throws Exception {
        BoundCredentials key = new BoundCredentials(id, "DEPLOY_KEY");
        key.setUsernameVariable("DEPLOY_USER");
        ItgcConfiguration.get().getEnvironments().get(0).setCredentials(List.of(key));
        ConfigurationAsCode.get()
                .configure(
                        GatedDeployStepTest.class.getResource("deploy-key.yaml").toString());
    }

    @Test
    void givesSecretsToTheBodyOnlyAndToNoLog() throws Exception {
        secretOfTheEnvironment("deploy-key");

        WorkflowRun run = build(
                PASSED + "echo \"before ${env.DEPLOY_KEY}\"\n" + DEPLOY
                        + body("${env.DEPLOY_USER} ${env.DEPLOY_KEY.length()} ${env.DEPLOY_KEY}")
                        + "\necho \"after ${env.DEPLOY_KEY}\"",
                Result.SUCCESS);

        jenkins.assertLogContains("before null", run);
        jenkins.assertLogContains("body of deployer 20 ****", run);
        jenkins.assertLogContains("after null", run);
        jenkins.assertLogNotContains("s3cr3t", run);
    }

    @Test
    void refusesSecretsThatAnyJobMayBindWithoutAGate() throws Exception {
        secretOfTheEnvironment("open-key");

        refused(PASSED + DEPLOY + body("orders"), "Give them the scope System");
        untilQueueIs(0);
        assertThat(kinds()).containsExactly("deploy.requested", "deploy.aborted");
    }

    @Test
    void tellsNobodyASecretThatAFailureNames() throws Exception {
        secretOfTheEnvironment("deploy-key");

        WorkflowRun run = build(PASSED + DEPLOY + " { error \"login with ${env.DEPLOY_KEY} failed\" }", Result.FAILURE);

        assertThat(lastBody()).contains("login with **** failed");
        assertThat(ItgcServices.get().ledger().entries(0, 100))
                .extracting(Entry::body)
                .noneMatch(body -> body.contains("s3cr3t"));
        jenkins.assertLogContains("login with **** failed", run);
        jenkins.assertLogNotContains("s3cr3t", run);
    }

    @Test
    void leavesNoHalfOfASecretWhereALongReasonIsCut() throws Exception {
        secretOfTheEnvironment("deploy-key");

        build(PASSED + DEPLOY + " { error \"${'x' * 490}${env.DEPLOY_KEY} failed\" }", Result.FAILURE);

        assertThat(lastBody()).contains("xxx****").doesNotContain("s3cr");
    }

    @Test
    void givesNoSecretToWhoeverCatchesTheFailure() throws Exception {
        secretOfTheEnvironment("deploy-key");

        WorkflowRun run = build(
                PASSED + "try { " + DEPLOY + " { error \"login with ${env.DEPLOY_KEY} failed\" } } catch (e) {"
                        + " echo \"caught ${e.message.length()} ${e.message}\" }",
                Result.SUCCESS);

        jenkins.assertLogContains("caught 22 login with **** failed", run);
    }

    @Test
    void doesNotBeginWithoutItsSecrets() throws Exception {
        secretOfTheEnvironment("another-key");

        refused(PASSED + DEPLOY + body("orders"), "There are no credentials \"another-key\"");
        untilQueueIs(0);
        assertThat(kinds()).containsExactly("deploy.requested", "deploy.aborted");
    }

    @Test
    void goesBackToTheCommitBefore() throws Exception {
        String second = "2".repeat(40);
        systems.branchLeftBehind(second);
        WorkflowJob job = job("orders", PASSED + DEPLOY + body("one"));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0));
        job.setDefinition(new CpsFlowDefinition(
                "testGate gate: 'review', commit: '" + second + "'\n" + DEPLOY + body("two"), true));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0));
        job.setDefinition(new CpsFlowDefinition(
                "def back = rollbackTarget environment: 'production', service: 'orders'\n"
                        + "gatedDeploy(environment: 'production', service: 'orders', rollback: true, commit: back.commit)"
                        + body("${env.ITGC_COMMIT} ${env.ITGC_ROLLBACK}"),
                true));

        WorkflowRun run = jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0));

        jenkins.assertLogContains("body of " + COMMIT + " true", run);
        assertThat(ItgcServices.get().deploys().current(ORDERS)).hasValueSatisfying(news -> {
            assertThat(news.commit()).isEqualTo(COMMIT);
            assertThat(news.rollback()).isTrue();
            assertThat(news.state()).isEqualTo(DeployState.SUCCEEDED);
        });
    }

    @Test
    void refusesToGoBackToWhatWasNeverDeployed() throws Exception {
        refused(
                "gatedDeploy(environment: 'production', service: 'orders', rollback: true, commit: '" + COMMIT + "')"
                        + body("orders"),
                "has no successful deploy to orders in production");
    }

    @Test
    void refusesACommitThatIsNamedWithoutARollback() throws Exception {
        refused(
                PASSED + "gatedDeploy(environment: 'production', service: 'orders', commit: '" + COMMIT + "')"
                        + body("orders"),
                "A rollback names its commit");
    }

    @Test
    void saysThatThereIsNothingToGoBackTo() throws Exception {
        WorkflowRun run = build("rollbackTarget environment: 'production', service: 'orders'", Result.FAILURE);

        jenkins.assertLogContains("There is no rollback target in", run);
    }
}
