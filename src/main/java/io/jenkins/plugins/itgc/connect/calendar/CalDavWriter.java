package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Retries;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Enters releases into a calendar on a CalDAV server. Writes only over the very entry that it saw (RFC 4918, ETag). */
final class CalDavWriter implements CalendarWriter {
    private static final int NOT_FOUND = 404;
    private static final int CHANGED_MEANWHILE = 412;
    private static final int ATTEMPTS = 3;

    private final HttpReader http;
    private final URI collection;
    private final String name;
    private final Clock clock;

    /**
     * @param collection its address, which ends with a slash
     * @param name what the configuration calls the calendar
     */
    CalDavWriter(HttpReader http, URI collection, String name, Clock clock) {
        this.http = http;
        this.collection = collection;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public void put(Release release) throws EvidenceUnavailable, InterruptedException {
        URI address = collection.resolve(release.key() + ".ics");
        Answer answer =
                Retries.atOnce(ATTEMPTS, given -> given.status() == CHANGED_MEANWHILE, () -> written(address, release));
        if (!answer.ok()) {
            throw refused(answer);
        }
    }

    private Answer written(URI address, Release release) throws EvidenceUnavailable, InterruptedException {
        Optional<String> seen = mark(address);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "text/calendar; charset=utf-8",
                seen.isPresent() ? "If-Match" : "If-None-Match",
                seen.orElse("*"));
        return http.put(address, headers, IcsRelease.text(release, clock.instant()));
    }

    /** The mark of the entry as it is now, * where the server gives none; empty when there is no entry yet. */
    private Optional<String> mark(URI address) throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.get(address, Map.of("Accept", "text/calendar"));
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.ok()) {
            throw refused(answer);
        }
        return Optional.of(answer.headers().firstValue("ETag").orElse("*"));
    }

    private EvidenceUnavailable refused(Answer answer) {
        return http.problems().refused(answer, Message.of("connect.part.calendar-entry", name));
    }
}
