package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.gate.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may answer for a change: somebody in a group that is asked, who neither contributed to it nor started its deploy,
 * under whatever account.
 */
public final class Eligibility {
    private final People people;
    private final List<Hand> hands;
    private final Starter starter;

    /**
     * For one change.
     *
     * @param people who is who
     * @param hands who contributed what
     * @param starter who started the deploy
     */
    public Eligibility(People people, List<Hand> hands, Starter starter) {
        this.people = people;
        this.hands = List.copyOf(hands);
        this.starter = starter;
    }

    /**
     * Why somebody may not answer; empty when they may.
     *
     * @param groups the groups that the person is in
     * @param asked the groups of which one is asked
     */
    public Optional<Finding> objectionTo(Person person, Set<String> groups, Set<String> asked) {
        return notAsked(person, groups, asked).or(() -> contributed(person)).or(() -> started(person));
    }

    /** Whether somebody in these groups may answer. */
    public boolean admits(Person person, Set<String> groups, Set<String> asked) {
        return objectionTo(person, groups, asked).isEmpty();
    }

    /**
     * Whether somebody holds a role that is said by names of the security realm, as for overriding a window.
     *
     * @param user id in Jenkins
     * @param authorities the groups that the realm says the user is in
     * @param allowed users and groups
     */
    public static boolean holdsRole(String user, Set<String> authorities, Set<String> allowed) {
        return allowed.contains(user) || authorities.stream().anyMatch(allowed::contains);
    }

    /** Why somebody has no say at all: none of their groups is asked. Empty when one is. */
    public static Optional<Finding> notAsked(Person person, Set<String> groups, Set<String> asked) {
        return groups.stream().anyMatch(asked::contains)
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "approval.not-in-group",
                        person.id(),
                        null,
                        person.toString(),
                        asked.stream().sorted().toList()));
    }

    private Optional<Finding> contributed(Person person) {
        return hands.stream()
                .filter(hand ->
                        hand.login() != null && people.behind(hand.login()).equals(person))
                .findFirst()
                .map(hand -> Finding.of(
                        "approval.contributor", person.id(), null, person.toString(), hand.part(), hand.where()));
    }

    private Optional<Finding> started(Person person) {
        return person.equals(starter.person())
                ? Optional.of(Finding.of("approval.starter", person.id(), null, person.toString()))
                : Optional.empty();
    }
}
