package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.time.Duration;
import java.time.Instant;

/** Makes events that happen a minute after each other. */
final class Happened {
    static final Instant START = Instant.parse("2026-10-01T12:00:00Z");

    private long sequence;

    <E extends Event> Recorded<E> next(E event) {
        sequence++;
        Instant at = START.plus(Duration.ofMinutes(sequence));
        String subject = event.subject().text();
        return new Recorded<>(new Entry(sequence, at, "test", subject, "user mia", "{}", "", "h" + sequence), event);
    }
}
