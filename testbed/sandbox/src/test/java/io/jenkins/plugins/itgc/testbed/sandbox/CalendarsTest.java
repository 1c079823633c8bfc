package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars as a file and over CalDAV, and up to where databases were migrated. */
class CalendarsTest {
    private static final String WORLD = """
            users: {alice: , dora: }
            repositories:
              acme/orders:
                commits:
                  - {id: start, author: alice, files: {deploy.sh: "#!/bin/sh\\n"}}
                  - {id: more, author: alice, files: {db/migration/V1__a.sql: "CREATE TABLE a (id INTEGER);"}}
                branches: {master: more}
            calendars:
              team:
                events:
                  - title: Deploy window, by night
                    start: 2026-01-05T13:00:00Z
                    end: 2026-01-05T15:00:00Z
                    zone: Asia/Tokyo
                    repeats: FREQ=DAILY
                    categories: [deploys]
            databases:
              orders: {repository: acme/orders, migrated: start}
            """;

    private Calling calendars;

    @BeforeEach
    void start() throws Exception {
        calendars = Calling.world(WORLD);
    }

    @AfterEach
    void stop() {
        calendars.close();
    }

    private String query() throws Exception {
        HttpResponse<String> answer = calendars.send("REPORT", "/calendars/team/", "<c:calendar-query/>");
        assertThat(answer.statusCode()).isEqualTo(207);
        return answer.body();
    }

    @Test
    void aFileHasEveryEventInItsZone() throws Exception {
        assertThat(calendars.get("/calendars/team.ics").body().lines())
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "UID:deploy-window-by-night",
                        "SUMMARY:Deploy window\\, by night",
                        "DTSTART;TZID=Asia/Tokyo:20260105T220000",
                        "DTEND;TZID=Asia/Tokyo:20260106T000000",
                        "RRULE:FREQ=DAILY",
                        "CATEGORIES:deploys",
                        "END:VCALENDAR");
    }

    @Test
    void aFileThatDidNotChangeIsNotSentAgain() throws Exception {
        String mark = calendars
                .get("/calendars/team.ics")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(calendars.get("/calendars/team.ics", "If-None-Match", mark).statusCode())
                .isEqualTo(304);
    }

    @Test
    void strangersSeeNothing() throws Exception {
        calendars.as("guessed");
        assertThat(calendars.get("/calendars/team.ics").statusCode()).isEqualTo(401);
        assertThat(calendars
                        .send("REPORT", "/calendars/team/", "<c:calendar-query/>")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anEntryIsWrittenOnlyAsItWasSeen() throws Exception {
        String path = "/calendars/team/new.ics";
        String text =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:new\r\nSUMMARY:Planned\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(calendars.send("PUT", path, text, "If-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(calendars.send("PUT", path, text, "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(calendars.send("PUT", path, text, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        String mark = calendars.get(path).headers().firstValue("ETag").orElseThrow();
        String done = text.replace("Planned", "Done");
        assertThat(calendars.send("PUT", path, done, "If-Match", mark).statusCode())
                .isEqualTo(204);
        assertThat(calendars.send("PUT", path, text, "If-Match", mark).statusCode())
                .isEqualTo(412);
        assertThat(query()).contains("SUMMARY:Done").doesNotContain("SUMMARY:Planned");
        assertThat(calendars.send("DELETE", path, null).statusCode()).isEqualTo(204);
        assertThat(query()).doesNotContain("SUMMARY:Done");
    }

    @Test
    void eventsComeAndGo() throws Exception {
        String event = "{\"calendar\":\"team\",\"event\":{\"title\":\"Freeze\",\"start\":\"2026-02-01T00:00:00Z\","
                + "\"end\":\"2026-02-02T00:00:00Z\"}}";
        assertThat(calendars.send("POST", "/control/put-event", event).statusCode())
                .isEqualTo(200);
        assertThat(query()).contains("SUMMARY:Freeze").contains("DTSTART:20260201T000000Z");
        String gone = "{\"calendar\":\"team\",\"uid\":\"freeze\"}";
        assertThat(calendars.send("POST", "/control/remove-event", gone).statusCode())
                .isEqualTo(200);
        assertThat(query()).doesNotContain("SUMMARY:Freeze");
        assertThat(calendars.send("POST", "/control/remove-event", gone).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDatabaseIsMigratedToACommitAndListenersHearOfIt() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        calendars.world().onChange(heard::incrementAndGet);
        String start = calendars.world().database("orders").migrated();
        String wanted = "{\"database\":\"orders\",\"commit\":\"master\",\"by\":\"dora\"}";
        assertThat(calendars.send("POST", "/control/migrate-database", wanted).statusCode())
                .isEqualTo(200);
        assertThat(calendars.world().database("orders").migrated())
                .isNotEqualTo(start)
                .isEqualTo(
                        calendars.world().repository("acme/orders").branches().get("master"));
        assertThat(heard).hasValue(1);
        assertThat(calendars
                        .send("POST", "/control/migrate-database", wanted.replace("dora", "nobody"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void somebodyMayActAWhileAfterARequest() throws Exception {
        try (Calling world = Calling.world(WORLD + """
                faults:
                  - match: {path: "/calendars/**"}
                    times: 1
                    operations: [{remove-event: {calendar: team, uid: deploy-window-by-night}}]
                    operationsIn: 50ms
                """)) {
            assertThat(world.get("/calendars/team.ics").body()).contains("Deploy window");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !world.get("/calendars/team.ics").body().contains("Deploy window"));
        }
    }

    @Test
    void aScriptCanBeExecuted() throws Exception {
        assertThat(calendars.repo("/git/trees/master?recursive=1").toString())
                .contains("\"path\":\"deploy.sh\",\"mode\":\"100755\"");
    }

    @Test
    void thePageShowsCalendarsAndDatabases() throws Exception {
        assertThat(calendars.get("/").body()).contains("Calendar team", "Deploy window", "Database orders", "Migrate");
    }

    @Test
    void saysWhatIsWrongWithAnEvent() {
        assertThatThrownBy(() -> World.parse(WORLD.replace("T15:00", "T12:00"), Path.of(".")))
                .hasMessageContaining("calendars.team.events[0]: an event needs 'start' and a later 'end'");
        assertThatThrownBy(() -> World.parse(WORLD.replace("Asia/Tokyo", "Asia/Tokio"), Path.of(".")))
                .hasMessageContaining("an IANA zone such as Asia/Tokyo");
        assertThatThrownBy(
                        () -> World.parse(WORLD.replace("repository: acme/orders", "repository: acme/o"), Path.of(".")))
                .hasMessageContaining("databases.orders.repository: there is no repository 'acme/o'");
    }
}
