package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.IcsCalendar;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.gates.DeployCalendars;
import io.jenkins.plugins.itgc.window.WindowGate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A calendar of windows and freezes, and a GitHub that knows acme/orders#12. */
final class TeamCalendar implements AutoCloseable {
    static final String HEAD = "c".repeat(40);
    static final String STEP =
            "calendarWindow environment: 'production', service: 'orders', repository: 'acme/orders', pullRequest: 12";
    private static final String TREE = "d".repeat(40);
    private static final String BASE = "b".repeat(40);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    TeamCalendar() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
        pullRequest("Ticket: OPS-7");
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders/compare/" + BASE + "..." + HEAD))
                .willReturn(okJson("{\"merge_base_commit\":{\"sha\":\"" + BASE + "\"}}")));
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders/commits/" + HEAD))
                .willReturn(okJson("{\"commit\":{\"tree\":{\"sha\":\"" + TREE + "\"}}}")));
    }

    /** Tells the controller where the calendar is, and that it counts for this environment. */
    void configure(EnvironmentEntry environment, WindowEntry window) {
        GitHubEntry gitHub = new GitHubEntry();
        gitHub.setApiUri(server.baseUrl());
        ItgcConfiguration.get().setGitHub(gitHub);
        environment.setWindow(window);
        ItgcConfiguration.get().setEnvironments(List.of(environment));
        IcsCalendar team = new IcsCalendar("team");
        team.setUrl(server.baseUrl() + "/team.ics");
        team.setFreezeEvents("*freeze*");
        team.setWindowEvents("Deploy*");
        ItgcConfiguration.get().setCalendars(List.of(team));
    }

    /** What the pull request says from now on. */
    void pullRequest(String body) {
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders/pulls/12"))
                .willReturn(okJson(
                        "{\"number\":12,\"html_url\":\"https://github.example/acme/orders/pull/12\",\"title\":\"Faster\","
                                + "\"body\":\"" + body + "\",\"head\":{\"sha\":\"" + HEAD + "\"},\"base\":{\"sha\":\""
                                + BASE
                                + "\"}}")));
    }

    /** What is in the calendar from now on. */
    void shows(String... events) {
        shows(aResponse()
                .withBody("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\n" + String.join("", events)
                        + "END:VCALENDAR\r\n"));
    }

    /** What the calendar answers from now on. */
    void shows(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/team.ics")).willReturn(answer));
    }

    static String event(String title, Duration from, Duration to) {
        Instant now = Instant.now();
        return "BEGIN:VEVENT\r\nUID:" + title + "\r\nSUMMARY:" + title + "\r\nDTSTART:" + UTC.format(now.plus(from))
                + "\r\nDTEND:" + UTC.format(now.plus(to)) + "\r\nEND:VEVENT\r\n";
    }

    static String open() {
        return event("Deploy window", Duration.ofHours(-1), Duration.ofHours(2));
    }

    static String freeze() {
        return event("Code freeze", Duration.ofHours(-1), Duration.ofHours(1));
    }

    /** The controller hears that the calendar is another one. */
    static void changed() {
        DeployCalendars.get().forget();
        ItgcServices.get().waiting().wake(WindowGate.topic("production"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
