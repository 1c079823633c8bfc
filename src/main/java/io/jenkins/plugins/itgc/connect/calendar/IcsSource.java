package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A calendar that is a file at an address. */
public final class IcsSource implements CalendarSource {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int NOT_MODIFIED = 304;

    private final HttpReader http;
    private final String name;
    private final Clock clock;

    /** @param http whose base is the address of the file; the address may be a secret, so it is never told */
    public IcsSource(HttpReader http, String name, Clock clock) {
        this.http = http;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public Loaded load(@Nullable Loaded previous) throws EvidenceUnavailable, InterruptedException {
        Skew skew = Skew.begin(clock);
        Answer answer = asked(previous);
        if (answer.status() == NOT_MODIFIED && previous != null) {
            return new Loaded(previous.events(), previous.mark(), skew.of(answer));
        }
        if (!answer.ok()) {
            throw withoutAddress(http.problems().refused(answer, Message.of("connect.part.calendar", name)));
        }
        String mark = answer.headers().firstValue("ETag").orElse(null);
        return new Loaded(read(answer), mark, skew.of(answer));
    }

    private Answer asked(@Nullable Loaded previous) throws EvidenceUnavailable, InterruptedException {
        Map<String, String> accept = Map.of("Accept", "text/calendar");
        Map<String, String> headers = previous == null || previous.mark() == null
                ? accept
                : Map.of("Accept", "text/calendar", "If-None-Match", previous.mark());
        try {
            return http.get(http.endpoint().base(), headers);
        } catch (EvidenceUnavailable e) {
            throw withoutAddress(e);
        }
    }

    private java.util.List<Event> read(Answer answer) throws EvidenceUnavailable {
        try {
            return IcsText.read(answer.body());
        } catch (UnreadableEvent e) {
            throw unreadable(name, e);
        }
    }

    static EvidenceUnavailable unreadable(String name, UnreadableEvent problem) {
        Finding finding = Finding.of("window.calendar-unreadable", name, null, name, problem.wording());
        return new EvidenceUnavailable(finding, SOON, problem);
    }

    private EvidenceUnavailable withoutAddress(EvidenceUnavailable problem) {
        Finding told = problem.finding();
        Finding finding = new Finding(told.code(), told.problem(), name, null, told.remedy());
        return new EvidenceUnavailable(finding, problem.retryAfter());
    }
}
