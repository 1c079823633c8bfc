package io.jenkins.plugins.itgc.connect.calendar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a CalDAV server, and what it may answer. A real one is in the lane of its own. */
class CalDavSourceTest {
    private final StandIn server = new StandIn();
    private final CalDavSource source = new CalDavSource(
            server.reader(URI.create(server.base() + "/team/deploys"), Duration.ofSeconds(10)), "team", server.clock);

    @AfterEach
    void stop() {
        server.close();
    }

    private void report(ResponseDefinitionBuilder answer) {
        server.server.stubFor(request("REPORT", urlEqualTo("/team/deploys/")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder multistatus(String responses) {
        return aResponse()
                .withStatus(207)
                .withBody(
                        "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">"
                                + responses + "</d:multistatus>");
    }

    private static String response(String title) {
        return "<d:response><d:href>/x.ics</d:href><d:propstat><d:prop><c:calendar-data>BEGIN:VCALENDAR\nVERSION:2.0\n"
                + "PRODID:t\nBEGIN:VEVENT\nUID:1\nSUMMARY:" + title
                + "\nDTSTART:20261003T100000Z\nEND:VEVENT\nEND:VCALENDAR\n</c:calendar-data></d:prop></d:propstat></d:response>";
    }

    @Test
    void readsEachObject() throws Exception {
        report(multistatus(response("Freeze &amp; rest") + response("Window")));
        assertThat(source.load(null).events()).extracting(Event::title).containsExactly("Freeze & rest", "Window");
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.getBodyAsString())
                    .contains("time-range start=\"20260731T120000Z\" end=\"20271105T120000Z\"");
            assertThat(asked.getHeader("Depth")).isEqualTo("1");
            assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer " + StandIn.TOKEN);
        });
    }

    @Test
    void anEmptyCalendarIsOneToo() throws Exception {
        report(multistatus(""));
        assertThat(source.load(null).events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d:response><d:href>/x.ics</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>",
                "<d:response><d:href>/x.ics</d:href><d:propstat><d:prop><c:calendar-data/></d:prop></d:propstat></d:response>",
                "<d:response>"
            })
    void whatIsLeftOutIsNoticed(String responses) {
        report(multistatus(responses));
        assertThat(Unavailable.code(() -> source.load(null))).isEqualTo("window.calendar-unreadable");
    }

    @Test
    void aDocumentThatDefinesEntitiesIsNotRead() {
        report(aResponse()
                .withStatus(207)
                .withBody("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d:multistatus xmlns:d=\"DAV:\">&e;"
                        + "</d:multistatus>"));
        assertThat(Unavailable.code(() -> source.load(null))).isEqualTo("window.calendar-unreadable");
    }

    @Test
    void aPageThatIsNoCalDavIsRefused() {
        report(aResponse().withStatus(200).withBody("<html/>"));
        assertThat(Unavailable.code(() -> source.load(null))).isEqualTo("connect.refused");
        report(aResponse().withStatus(401));
        assertThat(Unavailable.code(() -> source.load(null))).isEqualTo("connect.unauthorized");
    }

    private static CalendarWriter.Release release() {
        return new CalendarWriter.Release(
                "abc",
                "Planned: orders",
                "By build orders#12",
                null,
                Instant.parse("2026-10-02T10:00:00Z"),
                Instant.parse("2026-10-02T10:30:00Z"));
    }

    private void entry(ResponseDefinitionBuilder answer) {
        server.on("/team/deploys/abc.ics", answer);
    }

    private void put(String header, String value, int status) {
        server.server.stubFor(request("PUT", urlEqualTo("/team/deploys/abc.ics"))
                .withHeader(header, equalTo(value))
                .willReturn(aResponse().withStatus(status)));
    }

    @Test
    void entersAReleaseThatIsNotThereYet() throws Exception {
        put("If-None-Match", "*", 201);
        source.writer().put(release());
        assertThat(server.asked().get(1).getBodyAsString())
                .contains("UID:abc@itgc-deploy-gates\r\n")
                .contains("SUMMARY:Planned: orders\r\n");
    }

    @Test
    void changesTheVeryEntryThatItSaw() throws Exception {
        entry(aResponse().withHeader("ETag", "\"v1\""));
        put("If-Match", "\"v1\"", 204);
        source.writer().put(release());
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void looksAgainWhenSomebodyElseChangedTheEntryMeanwhile() throws Exception {
        entry(aResponse().withHeader("ETag", "\"v2\""));
        server.server.stubFor(get(urlEqualTo("/team/deploys/abc.ics"))
                .inScenario("race")
                .whenScenarioStateIs("Started")
                .willSetStateTo("read")
                .willReturn(aResponse().withHeader("ETag", "\"v1\"")));
        put("If-Match", "\"v1\"", 412);
        put("If-Match", "\"v2\"", 204);
        source.writer().put(release());
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void writesAgainWhenTheConnectionBreaksOff() throws Exception {
        server.server.stubFor(request("PUT", urlEqualTo("/team/deploys/abc.ics"))
                .inScenario("broken")
                .whenScenarioStateIs("Started")
                .willSetStateTo("whole")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        server.server.stubFor(request("PUT", urlEqualTo("/team/deploys/abc.ics"))
                .inScenario("broken")
                .whenScenarioStateIs("whole")
                .willReturn(aResponse().withStatus(201)));
        source.writer().put(release());
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void givesUpOnAnEntryThatChangesAllTheTime() {
        put("If-None-Match", "*", 412);
        assertThat(Unavailable.code(() -> source.writer().put(release()))).isEqualTo("connect.refused");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void writesNothingBlindlyWhenTheEntryCannotBeRead() {
        entry(aResponse().withStatus(401));
        assertThat(Unavailable.code(() -> source.writer().put(release()))).isEqualTo("connect.unauthorized");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void saysWhenAReleaseMayNotBeEntered() {
        put("If-None-Match", "*", 403);
        assertThat(Unavailable.code(() -> source.writer().put(release()))).isEqualTo("connect.forbidden");
    }
}
