package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who answers for somebody else for a while.
 *
 * @param person who answers
 * @param absent in whose groups they then are
 * @param from first moment
 * @param until first moment after
 */
public record Deputy(Person person, Person absent, Instant from, Instant until) {
    /** @throws IllegalArgumentException when the time is over before it begins */
    public Deputy {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(absent, "absent");
        if (!from.isBefore(until)) {
            throw new InvalidValue(Message.of("review.policy.deputy-time", person.id(), absent.id(), from, until));
        }
    }

    /** Whether they answer for the other at a moment. */
    public boolean on(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
