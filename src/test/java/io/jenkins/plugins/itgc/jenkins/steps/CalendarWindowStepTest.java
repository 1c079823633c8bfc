package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SavedEarlier;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.view.Browser;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step calendarWindow as a pipeline meets it. */
@WithJenkins
class CalendarWindowStepTest {
    private static final String HEAD = TeamCalendar.HEAD;
    private static final String STEP = TeamCalendar.STEP;

    private final TeamCalendar systems = new TeamCalendar();
    private final EnvironmentEntry production = new EnvironmentEntry("production");
    private final WindowEntry window = new WindowEntry();
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) {
        jenkins = rule;
        systems.configure(production, window);
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private WorkflowRun build(String script, Result result) throws Exception {
        return jenkins.assertBuildStatus(result, job(script).scheduleBuild2(0));
    }

    @Test
    void passesWhileItIsOpenAndSaysUntilWhen() throws Exception {
        systems.shows(TeamCalendar.open());
        WorkflowRun run =
                build("def r = " + STEP + "\necho \"verdict ${r.verdict} until ${r.openUntil}\"", Result.SUCCESS);
        jenkins.assertLogContains("verdict pass until 20", run);
        assertThat(JenkinsRule.getLog(run)).doesNotContainPattern("\\d:\\d\\d\\.\\d");
        jenkins.assertLogContains("[itgc] PASS: window of acme/orders#12", run);
        Entry entry = ItgcServices.get()
                .ledger()
                .newest("window.decided", "acme/orders@" + HEAD)
                .orElseThrow();
        assertThat(entry.body()).contains("\"decision\":\"pass\"").contains("Deploy window");
    }

    @Test
    void waitsInAFreezeAndGoesOnWhenItIsCalledOff() throws Exception {
        systems.shows(TeamCalendar.open(), TeamCalendar.freeze());
        WorkflowRun run = job(STEP).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: Closed by the freeze \"Code freeze\" (team)", run);
        systems.shows(TeamCalendar.open());
        TeamCalendar.changed();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void refusesWhenAskedNotToWait() throws Exception {
        systems.shows(TeamCalendar.freeze());
        WorkflowRun run = build(STEP + ", wait: false", Result.FAILURE);
        jenkins.assertLogContains("ERROR: window gate failed: Closed by the freeze", run);
    }

    @Test
    void refusesWhenTheOpeningIsLaterThanItMayWait() throws Exception {
        systems.shows(TeamCalendar.event("Deploy window", Duration.ofHours(5), Duration.ofHours(6)));
        WorkflowRun run = build(STEP + ", waitAtMost: '4h', failOnRefuse: false", Result.SUCCESS);
        jenkins.assertLogContains("REFUSE: window of", run);
    }

    @Test
    void aPipelineMayAskForMoreTimeThanTheEnvironmentButNotForLess() throws Exception {
        window.setMinRemaining("3h");
        systems.shows(TeamCalendar.open());
        build(STEP + ", minRemaining: '1m', wait: false", Result.FAILURE);
    }

    @Test
    void waitsForTheDateThatThePullRequestPlans() throws Exception {
        systems.shows(TeamCalendar.open());
        systems.pullRequest("Deploy-Date: 2999-01-01 10:00 Asia/Tokyo");
        WorkflowRun run = build(STEP + ", wait: false", Result.FAILURE);
        jenkins.assertLogContains("plans its release for 2999-01-01 10:00 Asia/Tokyo", run);
    }

    @Test
    void waitsForTheDateThatSomebodyPlannedInSlackUntilItIsTakenBack() throws Exception {
        systems.shows(TeamCalendar.open());
        ReleasePlans plans = new ReleasePlans(ItgcServices.get().ledger());
        plans.record(new ReleasePlans.Plan(
                "acme/orders",
                12,
                "production",
                Instant.parse("2999-01-01T01:00:00Z"),
                "2999-01-01 10:00 Asia/Tokyo",
                "mia"));
        WorkflowRun run = job(STEP).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("plans its release for 2999-01-01 10:00 Asia/Tokyo (mia)", run);
        plans.record(new ReleasePlans.Plan("acme/orders", 12, "production", null, null, "mia"));
        TeamCalendar.changed();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void aCalendarThatWasNeverReadBlocks() throws Exception {
        systems.shows(aResponse().withStatus(401));
        WorkflowRun run = build(STEP, Result.FAILURE);
        jenkins.assertLogContains("The calendar server answered 401", run);
    }

    @Test
    void anOverrideLetsExactlyThisCommitOfThisServiceThroughAtOnce() throws Exception {
        systems.shows(TeamCalendar.freeze());
        letMiaOverride();
        ItgcConfiguration.get().setEnvironments(List.of(production, staging()));
        override("production", "e".repeat(40), "orders");
        override("production", HEAD, "billing");
        override("staging", HEAD, "orders");
        WorkflowRun run = job(STEP).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: ", run);
        override("production", HEAD, "orders");
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("mia allows this deploy", run);
    }

    @Test
    void anOverrideOfOneServiceDoesNotTakeAnothersBack() throws Exception {
        systems.shows(TeamCalendar.freeze());
        letMiaOverride();
        override("production", HEAD, "orders");
        override("production", HEAD, "billing");
        build(STEP + ", wait: false", Result.SUCCESS);
    }

    private void letMiaOverride() {
        window.setOverriders("mia");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("mia"));
    }

    private static EnvironmentEntry staging() {
        WindowEntry open = new WindowEntry();
        open.setWindows("MON-SUN 00:00+1440m UTC");
        open.setOverriders("mia");
        EnvironmentEntry staging = new EnvironmentEntry("staging");
        staging.setWindow(open);
        return staging;
    }

    private void override(String environment, String commit, String service) throws Exception {
        int status = Browser.of(jenkins, "mia")
                .post(
                        "deploy-window/override",
                        "environment",
                        environment,
                        "service",
                        service,
                        "repository",
                        "acme/orders",
                        "commit",
                        commit,
                        "reason",
                        "The shop is down")
                .getStatusCode();
        assertThat(status).isEqualTo(200);
    }

    @Test
    void saysWhatToConfigure() throws Exception {
        production.setWindow(null);
        WorkflowRun run = build(STEP, Result.FAILURE);
        jenkins.assertLogContains("no deploy window is configured for the environment \"production\"", run);
    }

    @Test
    void aRuleThatCannotBeReadIsSaid() throws Exception {
        SavedEarlier.with("windows", "MON-THU 10:00-17:00 Tokio");
        systems.shows(TeamCalendar.open());
        WorkflowRun run = build(STEP, Result.FAILURE);
        jenkins.assertLogContains("The rule \"MON-THU 10:00-17:00 Tokio\" cannot be read", run);
    }
}
