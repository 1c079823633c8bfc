package io.jenkins.plugins.itgc.connect.calendar;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Span;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A calendar by its address: kept, asked again, and gone for a while. */
class CalendarCopyTest {
    private static final CalendarRule RULE = new CalendarRule("team", ZoneId.of("UTC"), List.of(), List.of("*freeze*"));
    private static final String SECRET_PATH = "/private-8f3a/basic.ics";

    private final StandIn server = new StandIn();
    private final CalendarCopy copy = new CalendarCopy(
            new IcsSource(reader(server.base().resolve(SECRET_PATH)), "team", server.clock), server.clock);

    private HttpReader reader(URI address) {
        return server.reader(
                Endpoint.bearer(Message.of("connect.part.calendar-server"), address, Optional::empty),
                Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String calendar(String day) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Code freeze\r\nDTSTART;VALUE=DATE:"
                + day + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private ResponseDefinitionBuilder ok(String body) {
        return aResponse().withStatus(200).withBody(body).withHeader("Date", date(Duration.ZERO));
    }

    private String date(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                server.clock.instant().plus(ahead).atZone(ZoneOffset.UTC));
    }

    private Calendars.Copy read() throws EvidenceUnavailable, InterruptedException {
        Instant now = server.clock.instant();
        return copy.read(RULE, new Span(now, now.plus(Duration.ofDays(30))));
    }

    private static List<String> starts(Calendars.Copy copy) {
        return copy.freezes().periods().stream()
                .map(period -> period.span().start().toString())
                .toList();
    }

    @Test
    void manyWhoAskWithinAFewSecondsAreAnsweredFromOneReading() throws Exception {
        server.on(SECRET_PATH, ok(calendar("20261003")));
        for (int i = 0; i < 5; i++) {
            assertThat(starts(read())).containsExactly("2026-10-03T00:00:00Z");
            server.clock.turn(Duration.ofSeconds(2));
        }
        assertThat(server.asked()).hasSize(1);
    }

    private Calendars.Copy atHand() {
        Instant now = server.clock.instant();
        return copy.atHand(RULE, new Span(now, now.plus(Duration.ofDays(30))));
    }

    @Test
    void whatIsFreshIsAtHandAndNothingElseIs() throws Exception {
        server.on(SECRET_PATH, ok(calendar("20261003")));
        assertThat(atHand()).isNull();
        Calendars.Copy told = read();
        assertThat(atHand()).isEqualTo(told);
        copy.forget();
        assertThat(atHand()).isNull();
        read();
        server.clock.turn(Duration.ofSeconds(11));
        assertThat(atHand()).isNull();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void anEventThatWasMovedCountsAtTheNextLook() throws Exception {
        server.on(SECRET_PATH, ok(calendar("20261003")));
        read();
        server.on(SECRET_PATH, ok(calendar("20261004")));
        server.clock.turn(Duration.ofSeconds(11));
        assertThat(starts(read())).containsExactly("2026-10-04T00:00:00Z");
    }

    @Test
    void forgettingMakesItCountAtOnce() throws Exception {
        server.on(SECRET_PATH, ok(calendar("20261003")));
        read();
        server.on(SECRET_PATH, ok(calendar("20261004")));
        copy.forget();
        assertThat(starts(read())).containsExactly("2026-10-04T00:00:00Z");
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() throws Exception {
        server.on(SECRET_PATH, ok(calendar("20261003")).withHeader("ETag", "\"v1\""));
        read();
        server.server.stubFor(get(urlEqualTo(SECRET_PATH))
                .withHeader("If-None-Match", equalTo("\"v1\""))
                .willReturn(aResponse().withStatus(304)));
        server.clock.turn(Duration.ofSeconds(11));
        Calendars.Copy second = read();
        assertThat(starts(second)).containsExactly("2026-10-03T00:00:00Z");
        assertThat(second.readAt()).isEqualTo(server.clock.instant());
    }

    @Test
    void whileItCannotBeReadTheLastGoodCopyTellsItsAgeAndWhy() throws Exception {
        server.on(SECRET_PATH, ok(calendar("20261003")));
        Instant first = server.clock.instant();
        read();
        for (ResponseDefinitionBuilder trouble : List.of(
                aResponse().withStatus(503),
                aResponse().withStatus(404),
                ok("<html>Maintenance</html>"),
                ok(calendar("20261003").substring(0, 90)))) {
            server.on(SECRET_PATH, trouble);
            server.clock.turn(Duration.ofSeconds(60));
            Calendars.Copy old = read();
            assertThat(starts(old)).containsExactly("2026-10-03T00:00:00Z");
            assertThat(old.readAt()).isEqualTo(first);
            assertThat(old.trouble().in(Locale.JAPANESE))
                    .contains("。")
                    .doesNotContainPattern("[A-Za-z]+ [a-z]+ [a-z]+");
        }
        server.on(SECRET_PATH, ok(calendar("20261003")));
        server.clock.turn(Duration.ofSeconds(60));
        assertThat(read().trouble()).isNull();
    }

    @Test
    void withoutAnyCopyNothingIsKnown() {
        server.on(SECRET_PATH, aResponse().withStatus(503));
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.failing");
    }

    @Test
    void aSecretAddressIsNeverTold() {
        for (ResponseDefinitionBuilder trouble :
                List.of(aResponse().withStatus(404), aResponse().withStatus(401), ok("broken"))) {
            server.on(SECRET_PATH, trouble);
            EvidenceUnavailable said = Unavailable.when(this::read);
            assertThat(said.finding().toString()).doesNotContain("private-8f3a");
        }
    }

    @Test
    void aFileOfFiftyMegabytesIsNotRead() {
        server.on(SECRET_PATH, aResponse().withStatus(200).withBody(new byte[50 * 1024 * 1024]));
        assertThat(Unavailable.when(this::read).finding().what()).contains("16 MiB");
    }

    @Test
    void aFreezeThatCannotBeUnderstoodBlocksAndNamesItself() {
        server.on(SECRET_PATH, ok(calendar("20261399")));
        EvidenceUnavailable said = Unavailable.when(this::read);
        assertThat(said.finding().code()).isEqualTo("window.calendar-unreadable");
        assertThat(said.finding().what()).contains("Code freeze").contains("20261399");
        assertThat(said.finding().what(Locale.JAPANESE)).endsWith("予定「Code freeze」の時刻「20261399」を解釈できません。");
    }

    @Test
    void theServersClockIsCompared() throws Exception {
        server.on(
                SECRET_PATH,
                aResponse().withBody(calendar("20261003")).withHeader("Date", date(Duration.ofMinutes(5))));
        assertThat(read().skew()).isEqualTo(Duration.ofMinutes(5));
        server.clock.turn(Duration.ofMinutes(1));
        server.on(
                SECRET_PATH,
                aResponse().withBody(calendar("20261003")).withHeader("Date", date(Duration.ofMinutes(-5))));
        assertThat(read().skew()).isEqualTo(Duration.ofMinutes(-5));
        server.clock.turn(Duration.ofMinutes(1));
        server.on(
                SECRET_PATH,
                aResponse()
                        .withBody(calendar("20261003"))
                        .withHeader("Date", date(Duration.ofMinutes(-5)))
                        .withHeader("Age", "300"));
        assertThat(read().skew()).isEqualTo(Duration.ZERO);
    }
}
