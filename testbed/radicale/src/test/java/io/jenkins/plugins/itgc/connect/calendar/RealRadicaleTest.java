package io.jenkins.plugins.itgc.connect.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Changes;
import io.jenkins.plugins.itgc.window.WindowGate;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import io.jenkins.plugins.itgc.window.WindowReader;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate by a calendar of the Radicale that {@code testbed/radicale/start} serves, over CalDAV and as iCalendar. */
@EnabledIfSystemProperty(named = "itgc.radicale", matches = ".+")
class RealRadicaleTest {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final CalendarRule RULE =
            new CalendarRule("team", ZoneId.of("Asia/Tokyo"), List.of("Deploy window"), List.of("*freeze*"));
    /** The server does not know that the test turns its clock. */
    private static final Duration AS_FAR_AS_TURNED = Duration.ofHours(2);

    private static final WindowPolicy POLICY = new WindowPolicy(
            "production",
            List.of(),
            List.of(),
            List.of(RULE),
            Duration.ZERO,
            null,
            true,
            WindowPolicy.MAX_AGE,
            AS_FAR_AS_TURNED,
            true);

    private final TurnedClock clock = new TurnedClock(Instant.now());
    private final HttpClient client = HttpClient.newHttpClient();
    private Radicale radicale;

    /** How the calendar is read. */
    enum Way {
        CALDAV,
        ICALENDAR
    }

    @BeforeEach
    void makeACalendar() throws Exception {
        radicale = new Radicale();
    }

    private CalendarSource source(Way way, String password) {
        Endpoint endpoint = Endpoint.basic(
                "The calendar server",
                radicale.calendar(),
                () -> Optional.of(new Endpoint.Login(radicale.user(), password)));
        HttpReader http = new HttpReader(client, endpoint, new Throttle(clock), HttpReader.Limits.DEFAULT);
        return way == Way.CALDAV ? new CalDavSource(http, "team", clock) : new IcsSource(http, "team", clock);
    }

    private WindowGate gate(Way way) {
        Change change = Change.ofProduction(
                new RepositoryId("acme", "orders"),
                new CommitId("a".repeat(40)),
                new TreeId("b".repeat(40)),
                List.of(12),
                "production");
        CalendarCopy copy = new CalendarCopy(source(way, radicale.password()), clock);
        WindowReader.Sources sources = new WindowReader.Sources(
                () -> new Changes.Found(change, List.of(), List.of()), copy::read, (any, service) -> Optional.empty());
        InParallel parallel = new InParallel(ForkJoinPool.commonPool());
        return new WindowGate(
                new WindowGate.Request(change, "orders", clock.instant()),
                POLICY,
                new WindowReader(POLICY, sources, parallel, clock));
    }

    private static Explanation judged(WindowGate gate) throws EvidenceUnavailable, InterruptedException {
        return gate.judge(gate.gather());
    }

    /** So long that what was read last does not count as fresh any more, and far less than a minute. */
    private Explanation judgedAnew(WindowGate gate) throws EvidenceUnavailable, InterruptedException {
        clock.turn(CalendarCopy.FRESH.plusSeconds(1));
        return judged(gate);
    }

    private String from(Duration sinceNow) {
        return "DTSTART:" + UTC.format(clock.instant().plus(sinceNow));
    }

    private String to(Duration sinceNow) {
        return "DTEND:" + UTC.format(clock.instant().plus(sinceNow));
    }

    private void open() throws Exception {
        radicale.enter("window", "SUMMARY:Deploy window", from(Duration.ofHours(-1)), to(Duration.ofHours(3)));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isOpenInAWindowAndShutByAFreeze(Way way) throws Exception {
        open();
        WindowGate gate = gate(way);
        Explanation before = judged(gate);
        assertThat(before.outcome()).as(before.toString()).isEqualTo(Outcome.PASS);

        radicale.enter("freeze", "SUMMARY:Code freeze", from(Duration.ofHours(-1)), to(Duration.ofHours(1)));
        Explanation frozen = judgedAnew(gate);
        assertThat(frozen.outcome()).isEqualTo(Outcome.WAIT);
        assertThat(frozen.summary()).contains("Closed by the freeze \"Code freeze\" (team)", "It opens next at");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aWindowThatIsMovedCancelledOrTakenAwayCountsWithinAMinute(Way way) throws Exception {
        open();
        WindowGate gate = gate(way);
        assertThat(judged(gate).outcome()).isEqualTo(Outcome.PASS);

        radicale.enter("window", "SUMMARY:Deploy window", from(Duration.ofHours(2)), to(Duration.ofHours(3)));
        assertThat(judgedAnew(gate).summary()).contains("It opens next at");

        radicale.enter(
                "window",
                "SUMMARY:Deploy window",
                "STATUS:CANCELLED",
                from(Duration.ofHours(-1)),
                to(Duration.ofHours(3)));
        assertThat(judgedAnew(gate).summary()).contains("No opening is known");

        open();
        assertThat(judgedAnew(gate).outcome()).isEqualTo(Outcome.PASS);
        radicale.remove("window");
        assertThat(judgedAnew(gate).summary()).contains("No opening is known");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSeriesLongAgoStillOpensEveryDay(Way way) throws Exception {
        radicale.enter(
                "series",
                "SUMMARY:Deploy window",
                "DTSTART;TZID=Asia/Tokyo:20200101T000000",
                "DURATION:PT24H",
                "RRULE:FREQ=DAILY");
        assertThat(judged(gate(way)).outcome()).isEqualTo(Outcome.PASS);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aWrongPasswordIsSaidAndNotRepeated(Way way) {
        EvidenceUnavailable said = Unavailable.when(() -> source(way, "hunter2").load(null));
        assertThat(said.finding().code()).isEqualTo("connect.unauthorized");
        assertThat(said.finding().toString()).doesNotContain("hunter2").contains("Renew the credentials");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whileItIsDownTheLastGoodCopyCountsAndThenNothing(Way way) throws Exception {
        open();
        WindowGate gate = gate(way);
        assertThat(judged(gate).outcome()).isEqualTo(Outcome.PASS);

        radicale.stop();
        try {
            Explanation byCopy = judgedAnew(gate);
            assertThat(byCopy.outcome()).isEqualTo(Outcome.PASS);
            assertThat(byCopy.toString()).contains("last good copy", "cannot be reached");

            clock.turn(WindowPolicy.MAX_AGE);
            Explanation tooOld = judged(gate);
            assertThat(tooOld.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(tooOld.summary()).contains("could not be read since");
        } finally {
            radicale.start();
        }
    }

    private CalendarWriter.Release release(String title) {
        Instant start = clock.instant().plus(Duration.ofHours(1));
        return new CalendarWriter.Release(
                "c".repeat(40),
                title,
                "acme/orders@" + "a".repeat(40),
                null,
                start,
                start.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aPlannedReleaseIsMarkedDoneInItsOwnEntryAndOpensNothing() throws Exception {
        CalendarWriter writer = source(Way.CALDAV, radicale.password()).writer();
        writer.put(release("Deploy window"));
        assertThat(judged(gate(Way.CALDAV)).summary()).contains("No opening is known");

        writer.put(release("Deploy succeeded: orders to production"));
        assertThat(radicale.text())
                .containsOnlyOnce("BEGIN:VEVENT")
                .contains("SUMMARY:Deploy succeeded: orders to production")
                .doesNotContain("SUMMARY:Deploy window");
    }

    @Test
    void anEntryThatSomebodyTookAwayIsEnteredAgain() throws Exception {
        CalendarWriter writer = source(Way.CALDAV, radicale.password()).writer();
        writer.put(release("Planned: orders to production"));
        radicale.remove("c".repeat(40));
        writer.put(release("Deploy succeeded: orders to production"));
        assertThat(radicale.text()).containsOnlyOnce("BEGIN:VEVENT");
    }

    /** Otherwise the conditions that the writer sends would protect nothing. */
    @Test
    void thisServerHoldsToTheConditionsThatTheWriterSends() throws Exception {
        CalendarWriter.Release release = release("Planned: orders to production");
        source(Way.CALDAV, radicale.password()).writer().put(release);
        String text = IcsRelease.text(release, clock.instant());
        assertThat(radicale.put(release.key() + ".ics", text, "If-None-Match", "*"))
                .isEqualTo(412);
        assertThat(radicale.put(release.key() + ".ics", text, "If-Match", "\"old\""))
                .isEqualTo(412);
    }

    @Test
    void aReleaseIsNotEnteredWithAWrongPassword() throws Exception {
        CalendarWriter writer = source(Way.CALDAV, "hunter2").writer();
        assertThat(Unavailable.code(() -> writer.put(release("Planned")))).isEqualTo("connect.unauthorized");
        assertThat(radicale.text()).doesNotContain("VEVENT");
    }
}
