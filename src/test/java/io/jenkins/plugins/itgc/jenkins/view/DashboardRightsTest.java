package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Item;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.window.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who gets what from each address, and who gets nothing. */
@WithJenkins
class DashboardRightsTest {
    /** A request is named by its entry: three entries for each of two deploys come before it. */
    private static final String REQUEST = "7";

    private static final String HIDDEN_REQUEST = "8";

    /** An answer to it does not count. */
    private static final String UNWANTED_REQUEST = "9";

    private static final String ACTS = "deploys/api/acts/";

    /** What reached the desks. */
    private static final List<String> CALLS = new ArrayList<>();

    private static final class Approving implements ApprovalAnswers {
        @Override
        public boolean awaits(String request, String user) {
            return user.equals("rita");
        }

        @Override
        public ActionResult approve(String request, String user, String reason) {
            CALLS.add("approve " + request + " " + user + " " + reason);
            return new ActionResult(!request.equals(UNWANTED_REQUEST), Message.text("So be it."));
        }

        @Override
        public ActionResult refuse(String request, String user, String reason) {
            CALLS.add("refuse " + request + " " + user + " " + reason);
            return new ActionResult(true, Message.text("So be it."));
        }
    }

    private static final class Holding implements HoldActions {
        @Override
        public ActionResult place(String environment, String service, String user, String reason, Instant until) {
            CALLS.add("hold " + environment + " " + service + " " + user + " " + reason);
            return new ActionResult(true, Message.text("Held."));
        }

        @Override
        public ActionResult release(String environment, String service, String user) {
            CALLS.add("release " + environment + " " + service + " " + user);
            return new ActionResult(true, Message.text("Released."));
        }
    }

    /** Two environments, of which one is only deployed to by a job that is hidden from most. */
    private static final class Calendars implements CalendarData {
        private final List<String> asked = new ArrayList<>();

        @Override
        public List<String> environments() {
            return List.of("production", "vault");
        }

        @Override
        public List<Span> between(String environment, Instant from, Instant to) throws Unreadable {
            asked.add(environment);
            if (environment.equals("vault")) {
                throw new Unreadable(Message.text("The calendar of the vault cannot be read."), null);
            }
            return List.of(
                    new Span(Kind.WINDOW, environment, null, from, to, "Office hours", null),
                    new Span(Kind.PLANNED, environment, "orders", from, to, "A refund", null),
                    new Span(Kind.PLANNED, environment, "secret", from, to, "A rival", null));
        }

        @Override
        public Status status(String environment) {
            asked.add(environment);
            return new Status(environment, State.OPEN, Message.text("Open in " + environment + "."), null);
        }
    }

    private final Calendars calendars = new Calendars();
    private JenkinsRule jenkins;
    private long orders;
    private long secret;

    @BeforeEach
    void peopleAndDeploys(JenkinsRule rule) throws Exception {
        jenkins = rule;
        WorkflowJob visible = jenkins.createProject(WorkflowJob.class, "orders");
        jenkins.createProject(WorkflowJob.class, "secret");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .to("nobody", "viewer", "rita")
                .grant(Item.READ)
                .everywhere()
                .to("nobody")
                .grant(ItgcPermissions.VIEW)
                .onRoot()
                .to("viewer")
                .grant(ItgcPermissions.VIEW, ItgcPermissions.APPROVE, ItgcPermissions.HOLD, ItgcPermissions.EXPORT)
                .onRoot()
                .to("rita")
                .grant(Item.READ)
                .onItems(visible)
                .to("viewer", "rita"));
        orders = DeployLedger.deploy("orders", "Refund in one step", "https://github.com/acme/orders/pull/12");
        secret = DeployLedger.deploy("secret", "Buy a rival", "https://github.com/acme/orders/pull/13");
        assertThat(DeployLedger.approval("orders")).isEqualTo(REQUEST);
        assertThat(DeployLedger.approval("secret")).isEqualTo(HIDDEN_REQUEST);
        CALLS.clear();
        replace(ApprovalAnswers.class, new Approving());
        replace(HoldActions.class, new Holding());
        replace(CalendarData.class, calendars);
    }

    /** Puts an extension in the place of the plugin's own. */
    private static <T> void replace(Class<T> type, T extension) {
        ExtensionList<T> extensions = ExtensionList.lookup(type);
        List.copyOf(extensions).forEach(extensions::remove);
        extensions.add(extension);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploys/",
                "deploys/api/now",
                "deploys/api/options",
                "deploys/api/deploys",
                "deploys/api/deploy?id=1",
                "deploys/api/metrics",
                "deploys/api/calendar",
                "deploys/api/audit",
                "deploys/feed.atom",
                "deploys/deploys.ics"
            })
    void givesNothingToWhoMayNotView(String path) throws Exception {
        WebResponse refused = Browser.of(jenkins, "nobody").get(path);
        assertThat(refused.getStatusCode()).as(path).isEqualTo(403);
        assertThat(refused.getContentAsString()).doesNotContain("orders", "OPS-7", "Refund");

        WebResponse given = Browser.of(jenkins, "viewer").get(path);
        assertThat(given.getStatusCode()).as(path).isEqualTo(200);
        assertThat(given.getContentAsString()).doesNotContain("secret", "rival");
        assertThat(Browser.ofAnybody(jenkins).get(path).getContentAsString()).doesNotContain("OPS-7", "Refund");
    }

    @Test
    void showsDeploysOfJobsThatMayBeRead() throws Exception {
        Browser viewer = Browser.of(jenkins, "viewer");

        assertThat(viewer.get("deploys/api/deploys").getContentAsString()).contains("Refund in one step");
        assertThat(viewer.get("deploys/api/deploy?id=" + orders).getContentAsString())
                .contains("OPS-7");
        assertThat(viewer.get("deploys/api/now").getContentAsString())
                .contains("\"id\":\"" + REQUEST + "\"")
                .doesNotContain("\"id\":\"" + HIDDEN_REQUEST + "\"");
        assertThat(viewer.get("deploys/feed.atom").getContentAsString()).contains("Refund in one step");
        assertThat(viewer.get("deploys/deploys.ics").getContentAsString()).contains("Refund in one step");
    }

    @Test
    void tellsTheSameOfAHiddenDeployAsOfNone() throws Exception {
        Browser viewer = Browser.of(jenkins, "viewer");
        WebResponse hidden = viewer.get("deploys/api/deploy?id=" + secret);
        WebResponse none = viewer.get("deploys/api/deploy?id=99999");

        assertThat(hidden.getStatusCode()).isEqualTo(404).isEqualTo(none.getStatusCode());
        assertThat(hidden.getContentAsString()).isEqualTo(none.getContentAsString());
    }

    /** Two services of one repository go out at the same commit. */
    @ParameterizedTest
    @ValueSource(strings = {"deploys/api/deploy?id=", "deploys/api/now?of="})
    void showsOfExceptionsAtTheSameCommitOnlyThoseOfVisibleServices(String path) throws Exception {
        String subject = "acme/orders@" + DeployLedger.COMMIT + " in production";
        for (String service : List.of("orders", "secret")) {
            DeployLedger.append(
                    "breakglass.opened",
                    subject,
                    Map.of(
                            "request",
                            service.equals("orders") ? REQUEST : HIDDEN_REQUEST,
                            "person",
                            "mia",
                            "reason",
                            "Fire at " + service));
            DeployLedger.append(
                    "drift.found",
                    service + " in production",
                    Map.of(
                            "service",
                            service,
                            "environment",
                            "production",
                            "commit",
                            DeployLedger.COMMIT,
                            "what",
                            "Something else runs of " + service));
        }

        assertThat(Browser.of(jenkins, "viewer").get(path + orders).getContentAsString())
                .contains("Fire at orders", "Something else runs of orders")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploys/api/calendar", "deploys/api/now"})
    void showsOfCalendarsOnlyWhatIsAboutVisiblePlaces(String path) throws Exception {
        DeployLedger.deploy("secret", "vault", "Buy a rival", "https://github.com/acme/orders/pull/13");

        assertThat(Browser.of(jenkins, "viewer").get(path).getContentAsString())
                .contains("Office hours", "A refund")
                .doesNotContain("rival", "vault");
        assertThat(calendars.asked).isNotEmpty().containsOnly("production");

        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        assertThat(Browser.of(jenkins, "admin").get(path).getContentAsString())
                .contains("Office hours", "A rival", "The calendar of the vault cannot be read.");
    }

    @Test
    void showsDeploysOfVanishedJobsToThoseWhoMayExport() throws Exception {
        DeployLedger.deploy("vanished", "Long ago", "https://github.com/acme/orders/pull/1");

        assertThat(Browser.of(jenkins, "rita").get("deploys/api/deploys").getContentAsString())
                .contains("Long ago")
                .doesNotContain("rival");
        assertThat(Browser.of(jenkins, "viewer").get("deploys/api/deploys").getContentAsString())
                .doesNotContain("Long ago");
    }

    private static final List<List<String>> ACTS_AND_PARAMETERS = List.of(
            List.of("deploys/api/approvals/" + REQUEST + "/approve", "reason", "Fine."),
            List.of("deploys/api/approvals/" + REQUEST + "/refuse", "reason", "Not now."),
            List.of(ACTS + "hold", "environment", "production", "reason", "Fair"),
            List.of(ACTS + "release", "environment", "production"),
            List.of(ACTS + "verify"),
            List.of(ACTS + "share", "deploy", "1", "days", "3"),
            List.of(ACTS + "revoke", "share", "0"));

    private static String[] parameters(List<String> act) {
        return act.subList(1, act.size()).toArray(new String[0]);
    }

    @Test
    void letsOnlyThosePostWhoMay() throws Exception {
        Browser viewer = Browser.of(jenkins, "viewer");
        Browser nobody = Browser.of(jenkins, "nobody");
        for (List<String> act : ACTS_AND_PARAMETERS) {
            for (Browser browser : List.of(viewer, nobody)) {
                WebResponse response = browser.post(act.get(0), parameters(act));
                assertThat(response.getStatusCode()).as(act.get(0)).isEqualTo(403);
            }
        }
        assertThat(CALLS).isEmpty();
    }

    @Test
    void actsOnNoGetAndWithoutNoCrumb() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");
        for (List<String> act : ACTS_AND_PARAMETERS) {
            assertThat(rita.get(act.get(0)).getStatusCode()).as(act.get(0)).isBetween(404, 405);
            assertThat(rita.postWithoutCrumb(act.get(0), parameters(act)).getStatusCode())
                    .as(act.get(0))
                    .isEqualTo(403);
        }
        assertThat(CALLS).isEmpty();
        assertThat(rita.get("deploys/api/audit").getContentAsString()).contains("\"never\"");
    }

    @Test
    void passesAnswersOnWithTheNameOfWhoGaveThem() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");

        assertThat(rita.post("deploys/api/approvals/" + REQUEST + "/approve").getStatusCode())
                .isEqualTo(200);
        assertThat(rita.post("deploys/api/approvals/" + REQUEST + "/refuse", "reason", " Not now. ")
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(rita.post(ACTS + "hold", "environment", "production", "reason", "Fair")
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(rita.post(ACTS + "release", "environment", "production", "service", "orders")
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(CALLS)
                .containsExactly(
                        "approve " + REQUEST + " rita ",
                        "refuse " + REQUEST + " rita Not now.",
                        "hold production null rita Fair",
                        "release production orders rita");
    }

    @Test
    void tellsWhenAnAnswerDoesNotCount() throws Exception {
        assertThat(DeployLedger.approval("orders")).isEqualTo(UNWANTED_REQUEST);
        WebResponse response =
                Browser.of(jenkins, "rita").post("deploys/api/approvals/" + UNWANTED_REQUEST + "/approve");

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(response.getContentAsString()).contains("So be it.");
    }

    @Test
    void refusesActsOnWhatIsHiddenOrIncomplete() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");

        for (String request : List.of(HIDDEN_REQUEST, "none")) {
            assertThat(rita.post("deploys/api/approvals/" + request + "/approve")
                            .getStatusCode())
                    .isEqualTo(404);
        }
        assertThat(rita.post("deploys/api/approvals/" + REQUEST + "/refuse", "reason", " ")
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(rita.post(ACTS + "hold", "environment", "production", "service", "secret", "reason", "x")
                        .getStatusCode())
                .isEqualTo(404);
        assertThat(rita.post(ACTS + "hold", "environment", "production").getStatusCode())
                .isEqualTo(400);
        assertThat(rita.post(ACTS + "hold", "environment", "production", "reason", "x", "until", "2020-01-01")
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(rita.post(ACTS + "share", "deploy", String.valueOf(secret), "days", "3")
                        .getStatusCode())
                .isEqualTo(404);
        for (String days : List.of("0", "91", "x")) {
            assertThat(rita.post(ACTS + "share", "deploy", String.valueOf(orders), "days", days)
                            .getStatusCode())
                    .as(days)
                    .isEqualTo(400);
        }
        assertThat(CALLS).isEmpty();
    }

    @Test
    void showsButtonsToThoseWhoMayAnswer() throws Exception {
        assertThat(Browser.of(jenkins, "rita").get("deploys/api/now").getContentAsString())
                .contains("\"mayAnswer\":true");
        assertThat(Browser.of(jenkins, "viewer").get("deploys/api/now").getContentAsString())
                .contains("\"mayAnswer\":false")
                .doesNotContain("\"mayAnswer\":true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploys/api/deploys?from=yesterday",
                "deploys/api/deploys?before=-1",
                "deploys/api/deploy?id=1%20OR%201=1",
                "deploys/api/metrics?from=2026-05-01&to=2026-04-01",
                "deploys/api/metrics?from=1999-05-01&to=2026-04-01"
            })
    void saysWhatIsWrongWithAQuestionWithoutRepeatingIt(String path) throws Exception {
        WebResponse response = Browser.of(jenkins, "viewer").get(path);

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getContentAsString()).doesNotContain("yesterday", "OR 1", "Exception");
    }

    @Test
    void answersNothingNewWithoutABody() throws Exception {
        Browser viewer = Browser.of(jenkins, "viewer");
        String tag = viewer.get("deploys/api/deploys").getResponseHeaderValue("ETag");

        WebResponse again = viewer.get("deploys/api/deploys", "If-None-Match", tag);
        assertThat(again.getStatusCode()).isEqualTo(304);
        DeployLedger.deploy("orders", "More", "https://github.com/acme/orders/pull/14");
        assertThat(viewer.get("deploys/api/deploys", "If-None-Match", tag).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void verifiesTheLedgerWhenAsked() throws Exception {
        Browser rita = Browser.of(jenkins, "rita");
        rita.post(ACTS + "verify");

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(rita.get("deploys/api/audit").getContentAsString())
                        .contains("\"intact\"", "\"entries\":8"));
    }
}
