package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A calendar on a CalDAV server (RFC 4791). */
public final class CalDavSource implements CalendarSource {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration BACK = Duration.ofDays(62);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MULTISTATUS = 207;

    private final HttpReader http;
    private final String name;
    private final Clock clock;

    /** @param http whose base is the address of the calendar collection */
    public CalDavSource(HttpReader http, String name, Clock clock) {
        this.http = http;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public Loaded load(@Nullable Loaded previous) throws EvidenceUnavailable, InterruptedException {
        Skew skew = Skew.begin(clock);
        Answer answer = http.ask(
                "REPORT",
                collection(),
                Map.of("Accept", "application/xml", "Content-Type", "application/xml; charset=utf-8", "Depth", "1"),
                query(clock.instant()));
        if (answer.status() != MULTISTATUS) {
            throw http.problems().refused(answer, Message.of("connect.part.calendar", name));
        }
        try {
            List<Event> events = new ArrayList<>();
            for (String data : MultiStatus.calendarData(answer.body())) {
                events.addAll(IcsText.read(data.getBytes(StandardCharsets.UTF_8)));
                Events.requireFew(events.size());
            }
            return new Loaded(events, null, skew.of(answer));
        } catch (UnreadableEvent e) {
            throw IcsSource.unreadable(name, e);
        }
    }

    private URI collection() {
        String base = http.endpoint().base().toString();
        return URI.create(base.endsWith("/") ? base : base + "/");
    }

    /** Whole objects with all their exceptions, of all events that touch the time that can be asked about. */
    private static String query(Instant now) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<c:calendar-query xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">"
                + "<d:prop><d:getetag/><c:calendar-data/></d:prop>"
                + "<c:filter><c:comp-filter name=\"VCALENDAR\"><c:comp-filter name=\"VEVENT\">"
                + "<c:time-range start=\"" + UTC.format(now.minus(BACK)) + "\" end=\"" + UTC.format(now.plus(AHEAD))
                + "\"/>"
                + "</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>";
    }

    @Override
    public CalendarWriter writer() {
        return new CalDavWriter(http, collection(), name, clock);
    }
}
