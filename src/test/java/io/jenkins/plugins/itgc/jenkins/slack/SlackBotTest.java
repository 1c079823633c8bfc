package io.jenkins.plugins.itgc.jenkins.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.SlackSignature;
import hudson.ExtensionList;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.CalDavCalendar;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.steps.Approvers;
import io.jenkins.plugins.itgc.jenkins.steps.SystemsOfRecord;
import io.jenkins.plugins.itgc.jenkins.steps.Workspace;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerAlarm;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.slack.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** People, and people who pretend, in Slack. */
@WithJenkins
class SlackBotTest {
    private JenkinsRule jenkins;
    private SystemsOfRecord systems;
    private Workspace slack;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        systems = new SystemsOfRecord();
        systems.configure();
        Approvers.configure(rule, "1 of managers");
        slack = new Workspace(rule);
        slack.configure();
    }

    @AfterEach
    void stop() {
        slack.close();
        systems.close();
    }

    private WorkflowRun waiting() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(Approvers.STEP, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: ", run);
        soon(() -> !slack.button().isEmpty());
        return run;
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(2)).until(condition);
    }

    private void passes(WorkflowRun run) throws Exception {
        soon(() -> !run.isBuilding());
        jenkins.assertBuildStatusSuccess(run);
    }

    private static String request() {
        return entries("approval.requested").stream()
                .map(entry -> String.valueOf(entry.sequence()))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static List<Entry> entries(String kind) {
        return ItgcServices.get().ledger().entries(0, 1000).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    @Test
    void aManagerApprovesByTheButton() throws Exception {
        WorkflowRun run = waiting();
        assertThat(slack.button()).contains(":" + SystemsOfRecord.HEAD + ":");
        assertThat(slack.click("Umia", "itgc-approve", slack.button()).statusCode())
                .isEqualTo(200);
        passes(run);
        soon(() -> slack.button().isEmpty());
        assertThat(entries("approval.given")).singleElement().satisfies(entry -> assertThat(entry.body())
                .contains("\"channel\":\"slack\"", "\"person\":\"mia\"", "T1/Umia"));
        soon(() -> slack.written("chat.postMessage").stream().anyMatch(message -> message.has("thread_ts")));
    }

    @Test
    void saysWhereAlertsGoThatTheLedgerIsNotWhole() {
        ExtensionList.lookup(LedgerAlarm.class)
                .forEach(alarm ->
                        alarm.notWhole(Message.text("The ledger is not intact. Entry 2 <!channel> was changed.")));
        soon(() -> slack.written("chat.postMessage").stream()
                .anyMatch(message -> message.path("channel").asText().equals("C2")
                        && message.path("text").asText().startsWith("<!here> The ledger is not intact. Entry 2 &lt;")));
    }

    @Test
    void aButtonWorksOnceAndOnlyWhileItIsShown() throws Exception {
        Approvers.configure(jenkins, "2 of managers");
        WorkflowRun run = waiting();
        String first = slack.button();
        slack.click("T1", "Umia", "itgc-approve", first, "trigger-1");
        soon(() -> !slack.button().equals(first));
        slack.click("Unoah", "itgc-approve", first);
        soon(() -> slack.written("chat.postEphemeral").stream()
                .anyMatch(message -> message.path("text").asText().contains("out of date")));
        slack.click("T1", "Unoah", "itgc-approve", slack.button(), "trigger-1");
        slack.click("Unoah", "itgc-approve", slack.button().replace(SystemsOfRecord.HEAD, "0".repeat(40)));
        slack.click("Unoah", "itgc-approve", "nonsense");
        slack.click("Unoah", "other", slack.button());
        assertThat(entries("approval.given")).hasSize(1);
        assertThat(run.isBuilding()).isTrue();
        slack.click("Unoah", "itgc-approve", slack.button());
        passes(run);
    }

    @Test
    void whoIsUnknownGoneOrFromElsewhereChangesNothing() throws Exception {
        WorkflowRun run = waiting();
        assertThat(slack.click("T2", "Umia", "itgc-approve", slack.button(), "a")
                        .statusCode())
                .isEqualTo(403);
        slack.click("Ugone", "itgc-approve", slack.button());
        slack.click("Ualice", "itgc-approve", slack.button());
        soon(() -> entries("approval.not-counted").size() == 2);
        assertThat(entries("approval.given")).isEmpty();
        slack.click("Umia", "itgc-approve", slack.button());
        passes(run);
    }

    @Test
    void refusesForgedOldAndForeignRequests() throws Exception {
        String body = "team_id=T1&user_id=Umia&command=%2Fdeploy&text=help";
        String now = String.valueOf(Instant.now().getEpochSecond());
        String old = String.valueOf(Instant.now().getEpochSecond() - 400);
        SlackSignature.Generator own = new SlackSignature.Generator(Workspace.SECRET);
        assertThat(slack.send(body).statusCode()).isEqualTo(200);
        assertThat(slack.send(body, now, null).statusCode()).isEqualTo(401);
        assertThat(slack.send(body, null, own.generate(now, body)).statusCode()).isEqualTo(401);
        assertThat(slack.send(body, old, own.generate(old, body)).statusCode()).isEqualTo(401);
        assertThat(slack.send(body, now, own.generate(now, body + "x")).statusCode())
                .isEqualTo(401);
        String foreign = new SlackSignature.Generator("other").generate(now, body);
        assertThat(slack.send(body, now, foreign).statusCode()).isEqualTo(401);
        assertThat(slack.send(body.replace("T1", "T2")).statusCode()).isEqualTo(403);
        assertThat(slack.send("payload=%7B").statusCode()).isEqualTo(400);
        assertThat(slack.send("x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
        ItgcConfiguration.get().setSlack(null);
        assertThat(slack.send(body).statusCode()).isEqualTo(404);
    }

    @Test
    void everythingCanBeSaid() throws Exception {
        WorkflowRun run = waiting();
        String id = request();
        assertThat(slack.said("Umia", "help")).contains("/deploy break-glass confirm ID");
        assertThat(slack.said("Umia", "")).contains("/deploy list");
        assertThat(slack.said("Umia", "whoami")).contains("You are mia.");
        assertThat(slack.said("Umia", "nonsense <!here>")).contains("nonsense").doesNotContain("<!here>");
        assertThat(slack.said("Umia", "status " + id)).contains("Missing: 1 of managers (mia, noah)");
        assertThat(slack.said("Umia", "status 1; drop")).contains("no such pending request");
        assertThat(slack.said("Umia", "list")).contains("Request *" + id + "*");
        assertThat(slack.said("Umia", "history")).contains("Nothing to show.");
        assertThat(slack.said("Umia", "schedule")).contains("No windows, freezes or planned deploys");
        assertThat(slack.said("Umia", "refuse " + id)).contains("Say why");
        assertThat(slack.said("Umia", "hold production because stock-taking")).contains("may not hold");
        assertThat(slack.said("Ualice", "approve " + id)).contains("does not count");
        assertThat(slack.said("Ualice", "break-glass " + id)).contains("Say why");
        assertThat(slack.said("Unoah", "break-glass confirm " + id)).contains("no break-glass to confirm");
        assertThat(slack.said("Umia", "approve " + id + " looks good")).contains("Your approval is recorded");
        passes(run);
    }

    private void windowOverA(String calendar) {
        CalDavCalendar team = new CalDavCalendar("team");
        team.setUrl(calendar);
        team.setFreezeEvents("*freeze*");
        team.setReleases(true);
        ItgcConfiguration.get().setCalendars(List.of(team));
        WindowEntry window = new WindowEntry();
        window.setCalendars("team");
        ItgcConfiguration.get().getEnvironments().get(0).setWindow(window);
    }

    @Test
    void aDateForAPullRequestIsKeptAndEnteredIntoTheCalendar() throws Exception {
        try (StandIn calendar = new StandIn()) {
            calendar.server.stubFor(put(urlMatching("/team/[0-9a-f]{40}\\.ics"))
                    .willReturn(aResponse().withStatus(201)));
            windowOverA(calendar.base() + "/team/");
            assertThat(slack.said("Uroot", "schedule acme/orders#12 2999-11-25 10:00 Asia/Tokyo"))
                    .isEqualTo("acme/orders#12 to production is scheduled for 2999-11-25 10:00 Asia/Tokyo (your time:"
                            + " <!date^32500486800^{date_short_pretty} {time}|2999-11-25 01:00 UTC>).");
            soon(() -> calendar.asked().stream().anyMatch(asked -> asked.getBodyAsString()
                    .contains("SUMMARY:Planned: acme/orders#12 to production")));
            assertThat(slack.said("Uroot", "schedule acme/orders#12 none for production"))
                    .contains("no longer scheduled");
            soon(() -> calendar.asked().stream()
                    .anyMatch(asked -> asked.getBodyAsString().contains("SUMMARY:Unscheduled: acme/orders#12")));
        }
        assertThat(entries("release.planned")).hasSize(2).first().satisfies(entry -> assertThat(entry.body())
                .contains("\"at\":\"2999-11-25T01:00:00Z\"", "\"person\":\"root\"", "\"pullRequest\":12"));
    }

    @Test
    void aDateIsNotForEverybodyAndNotOfAnyForm() throws Exception {
        windowOverA("http://127.0.0.1:1/team/");
        String date = " 2999-11-25 10:00 Asia/Tokyo";
        assertThat(slack.said("Umia", "schedule acme/orders#12" + date)).contains("may not hold");
        assertThat(slack.said("Uroot", "schedule orders#12" + date)).contains("No deploy of orders");
        assertThat(slack.said("Uroot", "schedule acme/orders#twelve" + date)).contains("Say it like");
        assertThat(slack.said("Uroot", "schedule acme/orders#12")).contains("Say it like");
        assertThat(slack.said("Uroot", "schedule acme/orders#12 tomorrow")).contains("cannot be read");
        assertThat(slack.said("Uroot", "schedule acme/orders#12 2020-11-25 Asia/Tokyo"))
                .contains("has passed");
        assertThat(slack.said("Uroot", "schedule acme/orders#12" + date + " for nowhere"))
                .contains("nowhere");
        assertThat(slack.said("Uroot", "schedule acme/orders#12" + date + " for"))
                .contains("Say it like");
        assertThat(entries("release.planned")).isEmpty();
    }

    @Test
    void aRefusalAndItsReason() throws Exception {
        WorkflowRun run = waiting();
        assertThat(slack.said("Unoah", "refuse " + request() + " not before <friday>"))
                .contains("refusal is recorded");
        soon(() -> !run.isBuilding());
        jenkins.assertLogContains("noah refused: not before <friday>.", run);
        soon(() -> slack.written("chat.postMessage").stream()
                .anyMatch(message -> message.path("text").asText().contains("not before &lt;friday&gt;")));
    }

    @Test
    void breakGlassIsToldAloud() throws Exception {
        WorkflowRun run = waiting();
        String id = request();
        assertThat(slack.said("Ucarl", "break-glass " + id + " the shop is down"))
                .contains("invoked break-glass");
        assertThat(slack.said("Unoah", "break-glass confirm " + id + " seen")).contains("Confirmed");
        passes(run);
        soon(() -> slack.written("chat.postMessage").stream()
                        .filter(message -> message.path("channel").asText().equals("C2"))
                        .filter(message -> message.path("text").asText().startsWith("<!here> "))
                        .count()
                == 2);
        assertThat(slack.said("Umia", "break-glass review " + id + " fine"))
                .contains("review of the break-glass deploy is recorded");
    }

    @Test
    void whatSlackDidNotTakeIsToldWhenItIsBackAndOnce() throws Exception {
        slack.away(true);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(Approvers.STEP, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: ", run);
        SlackNews news = ExtensionList.lookupSingleton(SlackNews.class);
        news.tell();
        slack.away(false);
        slack.forget();

        news.tell();
        news.tell();
        assertThat(slack.written("chat.postMessage")).hasSize(1);
        assertThat(slack.button()).isNotEmpty();
    }

    @Test
    void aPartThatSlackTookIsNotToldAgainWithOneThatItDidNot() throws Exception {
        waiting();
        slack.refuses("chat.postMessage", true);
        slack.said("Ucarl", "break-glass " + request() + " Payments are down.");
        SlackNews news = ExtensionList.lookupSingleton(SlackNews.class);
        news.tell();
        slack.refuses("chat.postMessage", false);
        news.tell();
        news.tell();

        assertThat(slack.written("chat.postMessage").stream()
                        .filter(message -> message.has("thread_ts")
                                && message.path("text").asText().contains("Payments are down.")))
                .hasSize(1);
    }

    @Test
    void thoseWhoCouldAnswerAreRemindedAndThenEverybody() throws Exception {
        WorkflowRun run = waiting();
        Instant now = Instant.now();
        Reminders reminders = new Reminders(new ControllerOfBot());
        reminders.remind(now);
        reminders.remind(now.plus(Duration.ofHours(4)));
        reminders.remind(now.plus(Duration.ofHours(5)));
        assertThat(slack.written("chat.postMessage").stream()
                        .map(message -> message.path("text").asText())
                        .filter(text -> text.contains("is still pending")))
                .singleElement()
                .asString()
                .startsWith("<@Umia> <@Unoah> Request");
        reminders.remind(now.plus(Duration.ofHours(25)));
        assertThat(slack.written("chat.postMessage").stream()
                        .map(message -> message.path("text").asText())
                        .filter(text -> text.startsWith("<!here> Request")))
                .hasSize(1);
        slack.click("Umia", "itgc-approve", slack.button());
        passes(run);
    }

    @Test
    void aStrangerLearnsNothing() throws Exception {
        WorkflowRun run = waiting();
        for (String text :
                List.of("list", "status " + request(), "history", "approve " + request(), "hold production")) {
            assertThat(slack.said("Ugone", text)).startsWith("No identity entry tells who T1/Ugone is.");
        }
        run.doStop();
        soon(() -> !run.isBuilding());
    }

    @Test
    void aCodeFromJenkinsConnectsAnAccountOnce() throws Exception {
        String code = ItgcServices.get().linkCodes().give(new Person("mia"));
        assertThat(slack.said("Unew", "whoami WRONGCODE1")).contains("wrong, used or too old");
        assertThat(slack.said("Unew", "whoami " + code.toLowerCase(java.util.Locale.ROOT)))
                .contains("now known as mia");
        assertThat(slack.said("Uother", "whoami " + code)).contains("wrong, used or too old");
        assertThat(slack.said("Unew", "whoami")).contains("You are mia.");
        assertThat(entries("identity.linked")).hasSize(1);
    }

    @Test
    void whoGuessesCodesIsStopped() throws Exception {
        String code = ItgcServices.get().linkCodes().give(new Person("mia"));
        for (int i = 0; i < 5; i++) {
            slack.said("Uguess", "whoami GUESS" + i);
        }
        assertThat(slack.said("Uguess", "whoami " + code)).contains("wrong, used or too old");
        assertThat(slack.said("Unew", "whoami " + code)).contains("now known as mia");
    }

    @Test
    void onlyAnAddressThatSlackConfirmedTellsWhoSomebodyIs() throws Exception {
        ItgcConfiguration.get().getIdentities().get(0).setEmail("Mia@acme.example");
        String user = "{\"ok\":true,\"user\":{\"team_id\":\"T1\",\"is_email_confirmed\":%s,\"deleted\":%s,"
                + "\"profile\":{\"email\":\"mia@acme.example\"}}}";
        slack.knows("Uclaims", user.formatted("false", "false"));
        slack.knows("Ugone", user.formatted("true", "true"));
        slack.knows("Uother", user.formatted("true", "false").replace("T1", "T2"));
        slack.knows("Ureal", user.formatted("true", "false"));
        for (String claimant : List.of("Uclaims", "Ugone", "Uother", "Ureal")) {
            slack.said(claimant, "whoami");
        }
        soon(() -> ItgcServices.get().people().of(Account.slack("T1", "Ureal")).isPresent());
        for (String claimant : List.of("Uclaims", "Ugone", "Uother")) {
            assertThat(ItgcServices.get().people().of(Account.slack("T1", claimant)))
                    .isEmpty();
        }
    }
}
