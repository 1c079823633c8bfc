package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who must approve, such as {@code 1 of release-managers AND 1 of (dba OR sre) when a migration is carried}. Every seat
 * is filled by another person.
 *
 * @param text as it was written
 * @param alternatives each a list of seats; one of them must be full
 */
public record Quorum(String text, List<List<Seat>> alternatives) {
    /** @throws InvalidQuorum when some alternative could be full with nobody in it */
    public Quorum {
        alternatives = alternatives.stream().map(List::copyOf).toList();
        boolean empty = alternatives.isEmpty()
                || alternatives.stream().anyMatch(seats -> seats.stream().allMatch(Seat::onlyWithMigration));
        if (empty) {
            throw new InvalidQuorum(text, Message.of("approval.quorum.nobody"));
        }
    }

    /** @throws InvalidQuorum when the text does not say who must approve */
    public static Quorum parse(@Nullable String text) {
        return new QuorumReader(text).read();
    }

    /** All groups that are named. */
    public Set<String> groups() {
        return alternatives.stream()
                .flatMap(List::stream)
                .flatMap(seat -> seat.groups().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Seats people in the alternative that leaves the fewest seats empty. */
    public Seating seat(Map<Person, Set<String>> people, boolean migration) {
        return alternatives.stream()
                .map(seats -> Seating.of(needed(seats, migration), people))
                .min(Comparator.comparingInt(seating -> seating.empty().size()))
                .orElseThrow();
    }

    private static List<Seat> needed(List<Seat> seats, boolean migration) {
        return seats.stream()
                .filter(seat -> migration || !seat.onlyWithMigration())
                .toList();
    }
}
