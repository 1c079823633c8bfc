package io.jenkins.plugins.itgc.connect.calendar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.CalendarRule.Meaning;
import io.jenkins.plugins.itgc.window.Span;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's own client against a server that answers as Google's discovery document says. */
class GoogleSourceTest {
    private static final String EVENTS = "/calendar/v3/calendars/team@example.com/events";
    private static final CalendarRule RULE =
            new CalendarRule("team", ZoneId.of("Asia/Tokyo"), List.of(), List.of("*freeze*"));

    private final StandIn server = new StandIn();
    private GoogleSource source;

    @BeforeEach
    void connect() throws Exception {
        server.server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(
                        okJson("{\"access_token\":\"short-lived\",\"token_type\":\"Bearer\",\"expires_in\":3600}")));
        source = new GoogleSource(
                new GoogleEvents(GoogleClient.of(server.base().toString(), key()), "team@example.com"),
                "team",
                server.clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
        return "{\"type\":\"service_account\",\"client_id\":\"1\",\"client_email\":\"gates@example.com\",\"private_key_id\":\"k\","
                + "\"private_key\":\"" + pem + "\",\"token_uri\":\"" + server.base() + "/token\"}";
    }

    private void events(StringValuePattern syncToken, StringValuePattern pageToken, ResponseDefinitionBuilder answer) {
        server.server.stubFor(get(urlPathEqualTo(EVENTS))
                .withQueryParam("syncToken", syncToken)
                .withQueryParam("pageToken", pageToken)
                .withHeader("Authorization", equalTo("Bearer short-lived"))
                .willReturn(answer));
    }

    private static String page(String items, String more) {
        return "{\"kind\":\"calendar#events\",\"items\":[" + items + "]," + more + "}";
    }

    private static String event(String id, String title, String rest) {
        return "{\"kind\":\"calendar#event\",\"id\":\"" + id + "\",\"status\":\"confirmed\",\"summary\":\"" + title
                + "\",\"htmlLink\":\"https://calendar.example/" + id + "\"," + rest + "}";
    }

    private static String at(String start, String end) {
        return "\"start\":{\"dateTime\":\"" + start + "\",\"timeZone\":\"Asia/Tokyo\"},\"end\":{\"dateTime\":\"" + end
                + "\",\"timeZone\":\"Asia/Tokyo\"}";
    }

    private List<String> starts(CalendarSource.Loaded loaded) {
        Span year = new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        return Occurrences.of(RULE, loaded.events(), year).get(Meaning.FREEZE).stream()
                .map(period -> period.span().start().toString())
                .sorted()
                .toList();
    }

    private CalendarSource.Loaded first() throws Exception {
        String weekly = event(
                "weekly",
                "Code freeze",
                at("2026-10-05T10:00:00+09:00", "2026-10-05T11:00:00+09:00")
                        + ",\"recurrence\":[\"RRULE:FREQ=WEEKLY;COUNT=3\","
                        + "\"EXDATE;TZID=Asia/Tokyo:20261019T100000\"]");
        String day =
                event("day", "Freeze day", "\"start\":{\"date\":\"2026-10-20\"},\"end\":{\"date\":\"2026-10-21\"}");
        events(absent(), absent(), okJson(page(weekly, "\"nextPageToken\":\"p2\"")));
        events(absent(), equalTo("p2"), okJson(page(day, "\"nextSyncToken\":\"s1\"")));
        return source.load(null);
    }

    @Test
    void readsAllPagesAndUnderstandsRecurrence() throws Exception {
        assertThat(starts(first()))
                .containsExactly("2026-10-05T01:00:00Z", "2026-10-12T01:00:00Z", "2026-10-19T15:00:00Z");
    }

    @Test
    void thenReadsOnlyWhatChanged() throws Exception {
        CalendarSource.Loaded loaded = first();
        String moved =
                "{\"id\":\"weekly_2\",\"recurringEventId\":\"weekly\",\"status\":\"confirmed\",\"summary\":\"Code freeze\","
                        + "\"originalStartTime\":{\"dateTime\":\"2026-10-12T10:00:00+09:00\",\"timeZone\":\"Asia/Tokyo\"},"
                        + at("2026-10-13T10:00:00+09:00", "2026-10-13T11:00:00+09:00") + "}";
        events(
                equalTo("s1"),
                absent(),
                okJson(page(moved + ",{\"id\":\"day\",\"status\":\"cancelled\"}", "\"nextSyncToken\":\"s2\"")));
        CalendarSource.Loaded second = source.load(loaded);
        assertThat(starts(second)).containsExactly("2026-10-05T01:00:00Z", "2026-10-13T01:00:00Z");
        assertThat(second.mark()).isEqualTo("s2");
    }

    @Test
    void aCancelledOccurrenceIsTakenAway() throws Exception {
        CalendarSource.Loaded loaded = first();
        String gone = "{\"id\":\"weekly_2\",\"recurringEventId\":\"weekly\",\"status\":\"cancelled\","
                + "\"originalStartTime\":{\"dateTime\":\"2026-10-12T10:00:00+09:00\",\"timeZone\":\"Asia/Tokyo\"}}";
        events(equalTo("s1"), absent(), okJson(page(gone, "\"nextSyncToken\":\"s2\"")));
        assertThat(starts(source.load(loaded))).containsExactly("2026-10-05T01:00:00Z", "2026-10-19T15:00:00Z");
    }

    @Test
    void aCancelledSeriesTakesItsChangedOccurrencesAlong() throws Exception {
        CalendarSource.Loaded loaded = first();
        String moved =
                "{\"id\":\"weekly_2\",\"recurringEventId\":\"weekly\",\"status\":\"confirmed\",\"summary\":\"Code freeze\","
                        + "\"originalStartTime\":{\"dateTime\":\"2026-10-12T10:00:00+09:00\",\"timeZone\":\"Asia/Tokyo\"},"
                        + at("2026-10-13T10:00:00+09:00", "2026-10-13T11:00:00+09:00") + "}";
        events(equalTo("s1"), absent(), okJson(page(moved, "\"nextSyncToken\":\"s2\"")));
        loaded = source.load(loaded);
        events(
                equalTo("s2"),
                absent(),
                okJson(page("{\"id\":\"weekly\",\"status\":\"cancelled\"}", "\"nextSyncToken\":\"s3\"")));
        assertThat(starts(source.load(loaded))).containsExactly("2026-10-19T15:00:00Z");
    }

    @Test
    void aTokenThatIsTooOldMeansReadingEverythingAgain() throws Exception {
        CalendarSource.Loaded loaded = first();
        events(
                equalTo("s1"),
                absent(),
                aResponse()
                        .withStatus(410)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"error\":{\"code\":410,\"message\":\"Sync token is no longer valid\"}}"));
        events(
                absent(),
                absent(),
                okJson(page(
                        event("new", "Freeze", at("2026-11-01T10:00:00+09:00", "2026-11-01T11:00:00+09:00")),
                        "\"nextSyncToken\":\"s9\"")));
        assertThat(starts(source.load(loaded))).containsExactly("2026-11-01T01:00:00Z");
    }

    @Test
    void aReadingThatBreaksOffInTheMiddleChangesNothing() throws Exception {
        CalendarSource.Loaded loaded = first();
        events(
                equalTo("s1"),
                absent(),
                okJson(page("{\"id\":\"day\",\"status\":\"cancelled\"}", "\"nextPageToken\":\"p2\"")));
        events(equalTo("s1"), equalTo("p2"), aResponse().withStatus(503));
        assertThat(Unavailable.code(() -> source.load(loaded))).isEqualTo("connect.failing");
        events(equalTo("s1"), absent(), okJson(page("", "\"nextSyncToken\":\"s2\"")));
        assertThat(starts(source.load(loaded))).hasSize(3);
    }

    @Test
    void saysWhatToDoWhenItIsRefused() {
        events(absent(), absent(), aResponse().withStatus(404));
        EvidenceUnavailable said = Unavailable.when(() -> source.load(null));
        assertThat(said.finding().code()).isEqualTo("connect.not-found");
        assertThat(said.finding().next()).contains("Share the calendar");
    }

    @Test
    void aLoginThatGoogleRefusesIsSaidAsSuch() {
        server.server.stubFor(post(urlPathEqualTo("/token"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}")));
        assertThat(Unavailable.code(() -> source.load(null))).isEqualTo("connect.unauthorized");
    }

    @Test
    void aZoneThatNobodyKnowsBlocks() {
        events(
                absent(),
                absent(),
                okJson(page(
                        event(
                                "x",
                                "Freeze",
                                "\"start\":{\"dateTime\":\"2026-10-05T10:00:00Z\",\"timeZone\":\"Nowhere/Town\"}"),
                        "\"nextSyncToken\":\"s1\"")));
        assertThat(Unavailable.code(() -> source.load(null))).isEqualTo("window.calendar-unreadable");
    }

    @Test
    void keysThatAreNoneAreNotRepeated() {
        assertThatThrownBy(() -> GoogleClient.of("https://example.com/", "{\"private_key\":\"hunter2\"}"))
                .hasMessageContaining("service account")
                .hasMessageNotContaining("hunter2")
                .satisfies(problem ->
                        assertThat(Worded.of(problem).in(Locale.JAPANESE)).contains("サービスアカウントの鍵ではありません"))
                .hasNoCause();
    }

    private static CalendarWriter.Release release() {
        return new CalendarWriter.Release(
                "abc",
                "Planned: orders",
                "By build orders#12",
                "https://jenkins.example/1",
                Instant.parse("2026-10-02T10:00:00Z"),
                Instant.parse("2026-10-02T10:30:00Z"));
    }

    @Test
    void entersAReleaseOnceAndChangesItAfterwards() throws Exception {
        server.server.stubFor(put(urlPathEqualTo(EVENTS + "/itgcabc"))
                .willReturn(aResponse().withStatus(404).withBody("{\"error\":{\"code\":404}}")));
        server.server.stubFor(post(urlPathEqualTo(EVENTS)).willReturn(okJson("{\"id\":\"itgcabc\"}")));
        source.writer().put(release());
        assertThat(server.asked().get(server.asked().size() - 1).getBodyAsString())
                .contains("\"id\":\"itgcabc\"")
                .contains("\"summary\":\"Planned: orders\"");
        server.server.stubFor(put(urlPathEqualTo(EVENTS + "/itgcabc")).willReturn(okJson("{\"id\":\"itgcabc\"}")));
        source.writer().put(release());
        assertThat(server.asked().get(server.asked().size() - 1).getMethod().toString())
                .isEqualTo("PUT");
    }
}
