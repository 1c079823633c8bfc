package io.jenkins.plugins.itgc.jenkins.gates;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.CalDavCalendar;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SavedEarlier;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.view.ConfiguredCalendars;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the controller shows of calendars and writes to them. */
@WithJenkins
class ReleasesAndOverridesTest {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final EnvironmentEntry production = new EnvironmentEntry("production");
    private final WindowEntry window = new WindowEntry();

    @BeforeEach
    void configure(JenkinsRule jenkins) {
        assertThat(jenkins.jenkins).isNotNull();
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(201)));
        server.stubFor(get(urlMatching("/team/.*\\.ics")).willReturn(aResponse().withStatus(404)));
        server.stubFor(request("REPORT", urlPathEqualTo("/team/"))
                .willReturn(aResponse()
                        .withStatus(207)
                        .withBody(
                                "<d:multistatus xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\"><d:response>"
                                        + "<c:calendar-data>BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:t\nBEGIN:VEVENT\nUID:1\n"
                                        + "SUMMARY:Code freeze\nDTSTART:20261203T100000Z\nDTEND:20261203T120000Z\nEND:VEVENT\n"
                                        + "BEGIN:VEVENT\nUID:abc@itgc-deploy-gates\nSUMMARY:Planned: orders\n"
                                        + "DTSTART:20261204T100000Z\nDTEND:20261204T103000Z\nEND:VEVENT\nEND:VCALENDAR\n"
                                        + "</c:calendar-data></d:response></d:multistatus>")));
        CalDavCalendar team = new CalDavCalendar("team");
        team.setUrl(server.baseUrl() + "/team");
        team.setFreezeEvents("*freeze*");
        team.setReleases(true);
        window.setWindows("MON-FRI 10:00-17:00 UTC");
        production.setWindow(window);
        ItgcConfiguration.get().setCalendars(List.of(team));
        ItgcConfiguration.get().setEnvironments(List.of(production));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static DeployNews news(DeployState state) {
        return new DeployNews(
                "7",
                state,
                new DeployTarget("orders", "production"),
                "acme/orders",
                "c".repeat(40),
                null,
                null,
                false,
                "orders#12",
                "https://jenkins.example/job/orders/12/",
                null,
                List.of(new DeployNews.PullRequest(
                        12, "Faster", "https://github.example/12", "alice", "bob", "2026-10-01T11:00:00Z")),
                List.of(),
                List.of(),
                null,
                Instant.parse("2026-12-04T10:05:00Z"));
    }

    private List<LoggedRequest> entered() {
        return server.findAll(putRequestedFor(urlMatching("/team/[0-9a-f]{40}\\.ics")));
    }

    private static Change change() {
        return Change.ofProduction(
                new RepositoryId("acme", "orders"), new CommitId("c".repeat(40)), null, List.of(12), "production");
    }

    @Test
    void showsWindowsFreezesAndPlannedReleases() throws CalendarData.Unreadable {
        List<CalendarData.Span> spans = new ConfiguredCalendars()
                .between("production", Instant.parse("2026-12-03T00:00:00Z"), Instant.parse("2026-12-05T00:00:00Z"));
        assertThat(spans)
                .extracting(span -> span.kind() + " " + span.start() + " " + span.title())
                .containsExactlyInAnyOrder(
                        "PLANNED 2026-12-04T10:00:00Z Planned: orders",
                        "WINDOW 2026-12-03T10:00:00Z MON-FRI 10:00-17:00 UTC",
                        "WINDOW 2026-12-04T10:00:00Z MON-FRI 10:00-17:00 UTC",
                        "FREEZE 2026-12-03T10:00:00Z Code freeze");
    }

    private void calendarHolds(String title, Instant from, Instant to) {
        server.stubFor(
                request("REPORT", urlPathEqualTo("/team/"))
                        .willReturn(
                                aResponse()
                                        .withStatus(207)
                                        .withBody(
                                                "<d:multistatus xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\"><d:response>"
                                                        + "<c:calendar-data>BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:t\nBEGIN:VEVENT\nUID:1\nSUMMARY:"
                                                        + title
                                                        + "\nURL:https://calendar.example/1\nDTSTART:"
                                                        + UTC.format(from) + "\nDTEND:" + UTC.format(to)
                                                        + "\nEND:VEVENT\nEND:VCALENDAR\n</c:calendar-data></d:response></d:multistatus>")));
    }

    @Test
    void saysWhyAnEnvironmentIsClosedNowAsItsGateWould() {
        Instant now = Instant.now();
        calendarHolds("Stock-taking freeze", now.minusSeconds(3600), now.plusSeconds(3600));
        assertThat(new ConfiguredCalendars().status("production")).satisfies(status -> {
            assertThat(status.environment()).isEqualTo("production");
            assertThat(status.state()).isEqualTo(CalendarData.State.CLOSED);
            assertThat(status.reason().english())
                    .contains("Closed by the freeze \"Stock-taking freeze\" (team) until", "opens next at");
            assertThat(status.link()).isEqualTo("https://calendar.example/1");
        });
    }

    @Test
    void saysThatAnEnvironmentIsOpenAndUntilWhen() {
        Instant now = Instant.now();
        calendarHolds("Stock-taking freeze", now.plusSeconds(3600), now.plusSeconds(7200));
        window.setWindows("MON-SUN 00:00+1440m UTC\nMON-SUN 12:00+1440m UTC");
        assertThat(new ConfiguredCalendars().status("production")).satisfies(status -> {
            assertThat(status.state()).isEqualTo(CalendarData.State.OPEN);
            assertThat(status.reason().english()).startsWith("Open until");
        });
    }

    @Test
    void saysThatNobodyKnowsWhenACalendarCannotBeReadOrARuleIsNone() throws Exception {
        server.stubFor(request("REPORT", urlPathEqualTo("/team/"))
                .willReturn(aResponse().withStatus(401)));
        SavedEarlier.with("windows", "MON-SUN");
        assertThat(new ConfiguredCalendars().status("production"))
                .satisfies(status -> assertThat(status.reason().english()).contains("cannot be read"));
        SavedEarlier.with("windows", "");
        assertThat(new ConfiguredCalendars().status("production")).satisfies(status -> {
            assertThat(status.state()).isEqualTo(CalendarData.State.UNKNOWN);
            assertThat(status.reason().english()).contains("401");
        });
    }

    @Test
    void saysWhenACalendarCannotBeShown() {
        server.stubFor(request("REPORT", urlPathEqualTo("/team/"))
                .willReturn(aResponse().withStatus(401)));
        assertThatThrownBy(() -> new ConfiguredCalendars()
                        .between(
                                "production",
                                Instant.parse("2026-12-03T00:00:00Z"),
                                Instant.parse("2026-12-05T00:00:00Z")))
                .isInstanceOf(CalendarData.Unreadable.class)
                .hasMessageContaining("401");
    }

    @Test
    void thePlanBecomesTheDeployInTheSameEntry() throws Exception {
        CalendarReleases.plan(change(), "orders", Instant.parse("2026-12-04T10:00:00Z"));
        Announcer announcer =
                new CalendarReleases().announcers(news(DeployState.SUCCEEDED)).get(0);
        assertThat(announcer.wants(DeployState.REQUESTED)).isFalse();
        announcer.announce(news(DeployState.SUCCEEDED));
        assertThat(entered())
                .extracting(LoggedRequest::getUrl)
                .hasSize(2)
                .containsOnly(entered().get(0).getUrl());
        assertThat(entered().get(0).getBodyAsString()).contains("SUMMARY:Planned: orders to production");
        assertThat(entered().get(1).getBodyAsString())
                .contains("SUMMARY:Deploy succeeded: orders to production")
                .contains("#12 Faster");
    }

    private static ReleasePlans.Plan planned(String at) {
        return new ReleasePlans.Plan("acme/Orders", 12, "production", at == null ? null : Instant.parse(at), at, "mia");
    }

    @Test
    void theDateOfAPullRequestBecomesItsDeployInTheSameEntry() throws Exception {
        ReleasePlans.Plan plan = planned("2026-12-04T10:00:00Z");
        new ReleasePlans(ItgcServices.get().ledger()).record(plan);
        CalendarReleases.enter(plan);
        CalendarReleases.plan(change(), "orders", Instant.parse("2026-12-04T10:00:00Z"));
        new CalendarReleases().announcers(news(DeployState.SUCCEEDED)).get(0).announce(news(DeployState.SUCCEEDED));
        assertThat(entered())
                .extracting(LoggedRequest::getUrl)
                .hasSize(3)
                .containsOnly(entered().get(0).getUrl());
        assertThat(entered().get(0).getBodyAsString()).contains("SUMMARY:Planned: acme/Orders#12 to production");
        assertThat(entered().get(2).getBodyAsString()).contains("SUMMARY:Deploy succeeded: orders to production");
    }

    @Test
    void theNewestDateOfAPullRequestCountsUntilItIsTakenBack() throws Exception {
        ReleasePlans plans = new ReleasePlans(ItgcServices.get().ledger());
        assertThat(plans.of("acme/orders", 12, "production")).isEmpty();
        plans.record(planned("2026-12-04T10:00:00Z"));
        plans.record(planned("2026-12-05T10:00:00Z"));
        assertThat(plans.of("acme/orders", 12, "production")).contains(planned("2026-12-05T10:00:00Z"));
        assertThat(plans.of("acme/orders", 13, "production")).isEmpty();
        assertThat(plans.of("acme/orders", 12, "staging")).isEmpty();
        plans.record(planned(null));
        assertThat(plans.of("acme/orders", 12, "production")).isEmpty();
    }

    @Test
    void aCalendarThatDoesNotCountForTheEnvironmentIsNotWrittenTo() {
        window.setCalendars("other");
        assertThat(new CalendarReleases().announcers(news(DeployState.SUCCEEDED)))
                .isEmpty();
    }
}
