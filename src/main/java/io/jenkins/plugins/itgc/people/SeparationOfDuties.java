package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.gate.Finding;
import java.util.List;
import java.util.Optional;

/** Whoever contributed to a change, or asks for its deploy, does not approve it, under whatever account. */
public final class SeparationOfDuties {
    private final People people;
    private final List<Hand> hands;
    private final Starter starter;

    public SeparationOfDuties(People people, List<Hand> hands, Starter starter) {
        this.people = people;
        this.hands = List.copyOf(hands);
        this.starter = starter;
    }

    /** Why the person may not approve; empty when they may. */
    public Optional<Finding> objectionTo(Person person) {
        return hands.stream()
                .filter(hand ->
                        hand.login() != null && people.behind(hand.login()).equals(person))
                .findFirst()
                .map(hand -> contributor(person, hand))
                .or(() -> started(person));
    }

    private Optional<Finding> started(Person person) {
        return person.equals(starter.person())
                ? Optional.of(Finding.of("approval.starter", person.id(), null, person.toString()))
                : Optional.empty();
    }

    private static Finding contributor(Person person, Hand hand) {
        return Finding.of("approval.contributor", person.id(), null, person.toString(), hand.part(), hand.where());
    }
}
