package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An answer to a request.
 *
 * @param order votes of one person count in this order
 * @param act what it says
 * @param person who
 * @param account by which account
 * @param channel where, such as {@code slack}
 * @param groups the groups the person is in now
 * @param reason a sentence; empty when none was given
 * @param at when
 */
public record Vote(
        long order,
        Act act,
        Person person,
        Account account,
        String channel,
        Set<String> groups,
        String reason,
        Instant at) {
    /** What a vote says. */
    public enum Act {
        /** Approves. */
        GIVE,
        /** Refuses; from somebody in a group of the quorum, only break-glass goes past it. */
        REFUSE,
        /** Takes back whatever the person said before. */
        WITHDRAW
    }

    public Vote {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(at, "at");
        groups = java.util.Collections.unmodifiableSet(new TreeSet<>(groups));
        reason = reason == null ? "" : reason;
    }
}
