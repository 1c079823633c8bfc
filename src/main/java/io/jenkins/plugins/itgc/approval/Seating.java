package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * People on the seats of a quorum, as many as can sit at once.
 *
 * @param taken who sits where, by the number of the seat
 * @param empty seats nobody is left for
 */
public record Seating(Map<Integer, Person> taken, List<Seat> empty) {
    public Seating {
        taken = Map.copyOf(taken);
        empty = List.copyOf(empty);
    }

    /** Whether every seat is taken, so that the quorum is met. */
    public boolean complete() {
        return empty.isEmpty();
    }

    static Seating of(List<Seat> seats, Map<Person, Set<String>> people) {
        Placing placing = new Placing(seats, people);
        people.keySet().stream()
                .sorted(java.util.Comparator.comparing(Person::id))
                .forEach(person -> placing.place(person, new HashSet<>()));
        List<Seat> empty = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            if (!placing.sitting.containsKey(i)) {
                empty.add(seats.get(i));
            }
        }
        return new Seating(placing.sitting, empty);
    }

    /** Finds a seat for one more, asking others to move on: augmenting paths, so that none stands needlessly. */
    private static final class Placing {
        private final List<Seat> seats;
        private final Map<Person, Set<String>> people;
        private final Map<Integer, Person> sitting = new TreeMap<>();

        Placing(List<Seat> seats, Map<Person, Set<String>> people) {
            this.seats = seats;
            this.people = people;
        }

        boolean place(Person person, Set<Integer> tried) {
            for (int i = 0; i < seats.size(); i++) {
                boolean candidate = seats.get(i).suits(people.getOrDefault(person, Set.of())) && tried.add(i);
                if (candidate && (!sitting.containsKey(i) || place(sitting.get(i), tried))) {
                    sitting.put(i, person);
                    return true;
                }
            }
            return false;
        }
    }
}
