package io.jenkins.plugins.itgc.connect.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.CalendarRule.Meaning;
import io.jenkins.plugins.itgc.window.Span;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's own client, as the gates use it, against a server that takes and answers only what Google defines. */
class GoogleAsDefinedTest {
    private static final CalendarRule RULE =
            new CalendarRule("team", ZoneId.of("Asia/Tokyo"), List.of(), List.of("*freeze*"));

    private GoogleStandIn google;
    private GoogleSource source;

    @BeforeEach
    void connect() throws Exception {
        google = new GoogleStandIn();
        source = new GoogleSource(
                new GoogleEvents(GoogleClient.of(google.url().toString(), key()), "team@example.com"),
                "team",
                Clock.systemUTC());
        google.put(event("weekly", "Code freeze", "2026-10-05T10:00:00+09:00", "2026-10-05T11:00:00+09:00")
                .replace("}}", "},\"recurrence\":[\"RRULE:FREQ=WEEKLY;COUNT=3\"]}"));
        google.put("{\"id\":\"holiday\",\"status\":\"confirmed\",\"summary\":\"Freeze day\","
                + "\"start\":{\"date\":\"2026-10-20\"},\"end\":{\"date\":\"2026-10-21\"}}");
        google.put(event("lunch", "Lunch", "2026-10-05T12:00:00+09:00", "2026-10-05T13:00:00+09:00"));
    }

    @AfterEach
    void stop() {
        google.close();
        google.requireNoViolation();
    }

    private String key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "type",
                        "service_account",
                        "client_id",
                        "1",
                        "client_email",
                        "gates@example.com",
                        "private_key_id",
                        "k",
                        "private_key",
                        pem,
                        "token_uri",
                        google.url() + "/token"));
    }

    private static String event(String id, String title, String start, String end) {
        return "{\"id\":\"" + id + "\",\"status\":\"confirmed\",\"summary\":\"" + title
                + "\",\"start\":{\"dateTime\":\"" + start + "\",\"timeZone\":\"Asia/Tokyo\"},\"end\":{\"dateTime\":\""
                + end + "\",\"timeZone\":\"Asia/Tokyo\"}}";
    }

    private static List<String> freezes(CalendarSource.Loaded loaded) {
        Span year = new Span(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        return Occurrences.of(RULE, loaded.events(), year).get(Meaning.FREEZE).stream()
                .map(period -> period.span().start().toString())
                .sorted()
                .toList();
    }

    @Test
    void everyPageIsReadAndThenOnlyWhatChanged() throws Exception {
        CalendarSource.Loaded all = source.load(null);
        assertThat(freezes(all))
                .containsExactly(
                        "2026-10-05T01:00:00Z", "2026-10-12T01:00:00Z", "2026-10-19T01:00:00Z", "2026-10-19T15:00:00Z");

        google.put("{\"id\":\"holiday\",\"status\":\"cancelled\"}");
        google.put("{\"id\":\"weekly_20261012\",\"status\":\"cancelled\",\"recurringEventId\":\"weekly\","
                + "\"originalStartTime\":{\"dateTime\":\"2026-10-12T10:00:00+09:00\",\"timeZone\":\"Asia/Tokyo\"}}");
        google.put(event("lunch", "Lunch freeze", "2026-10-05T12:00:00+09:00", "2026-10-05T13:00:00+09:00"));
        assertThat(freezes(source.load(all)))
                .containsExactly("2026-10-05T01:00:00Z", "2026-10-05T03:00:00Z", "2026-10-19T01:00:00Z");
        assertThat(google.asked())
                .containsExactly(
                        "list since null page null",
                        "list since null page p2",
                        "list since s3 page null",
                        "list since s3 page p2");
    }

    @Test
    void aTokenThatIsTooOldMeansReadingEverythingAgain() throws Exception {
        CalendarSource.Loaded all = source.load(null);
        google.put("{\"id\":\"holiday\",\"status\":\"cancelled\"}");
        google.expireTokens();
        assertThat(freezes(source.load(all))).hasSize(3);
        assertThat(google.asked()).endsWith("list since s3 page null", "list since null page null");
    }

    @Test
    void aReleaseIsEnteredOnceAndMarkedDoneInItsOwnEntry() throws Exception {
        for (String title : List.of("Planned: orders to production", "Deploy succeeded: orders to production")) {
            source.writer()
                    .put(new CalendarWriter.Release(
                            "0123456789abcdef".repeat(2) + "01234567",
                            title,
                            "By build orders#12",
                            "https://jenkins.example/1",
                            Instant.parse("2026-10-02T10:00:00Z"),
                            Instant.parse("2026-10-02T10:30:00Z")));
        }
        String id = "itgc" + "0123456789abcdef".repeat(2) + "01234567";
        assertThat(google.asked()).containsExactly("update " + id, "insert " + id, "update " + id);
        assertThat(google.event(id).get("summary").asText()).isEqualTo("Deploy succeeded: orders to production");
        assertThat(freezes(source.load(null))).hasSize(4);
    }

    /** Otherwise all of this would prove nothing. */
    @Test
    void whatGoogleDoesNotDefineIsNoticed() {
        GoogleDefinitions definitions = new GoogleDefinitions();
        ObjectMapper json = new ObjectMapper();
        assertThatThrownBy(() -> definitions.require("Event", json.readTree("{\"title\":\"x\"}")))
                .hasMessageContaining("Schema$Event.title");
        assertThatThrownBy(() -> definitions.require("Events", json.readTree("{\"items\":[{\"start\":{\"date\":7}}]}")))
                .hasMessageContaining("Schema$Events.items[].start.date");
        assertThatThrownBy(() -> definitions.requireCall(
                        "GET /calendar/v3/calendars/{calendarId}/events", "Events$List", List.of("since")))
                .hasMessageContaining("no parameter since");
        assertThatThrownBy(() -> definitions.requireCall("PUT /calendar/v3/events", "Events$Update", List.of()))
                .hasMessageContaining("There is no method");
    }
}
