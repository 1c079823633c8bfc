package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Deputy;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rules of one environment's approval. Comes from the controller's configuration, never from the pull request.
 *
 * @param quorum who must approve
 * @param groups the groups that the quorum names, as far as they are listed here
 * @param deputies who stands in for whom
 * @param ticketStatuses statuses of a ticket by which a manager approves a deploy; empty when tickets do not count
 * @param limits how long things last
 * @param breakGlass who may go round it in need
 */
public record ApprovalPolicy(
        Quorum quorum,
        List<Group> groups,
        List<Deputy> deputies,
        Set<String> ticketStatuses,
        Limits limits,
        BreakGlassPolicy breakGlass) {
    /**
     * How long things last.
     *
     * @param waitFor a request that has no quorum by then expires
     * @param validFor a vote counts for so long
     * @param remindAfter those who could answer are reminded so often; zero for never
     * @param escalateAfter when nobody answered for so long, everybody is told; zero for never
     */
    public record Limits(Duration waitFor, Duration validFor, Duration remindAfter, Duration escalateAfter) {
        /** Three days to answer, a vote counts for a day, a reminder after four hours, everybody after a day. */
        public static final Limits DEFAULT =
                new Limits(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(4), Duration.ofDays(1));

        /** @throws IllegalArgumentException when waiting or validity would be no time at all */
        public Limits {
            if (waitFor.compareTo(Duration.ZERO) <= 0 || validFor.compareTo(Duration.ZERO) <= 0) {
                throw new IllegalArgumentException("A request must wait, and a vote count, for some time.");
            }
        }
    }

    public ApprovalPolicy {
        groups = List.copyOf(groups);
        deputies = List.copyOf(deputies);
        ticketStatuses = java.util.Collections.unmodifiableSet(new TreeSet<>(ticketStatuses));
    }

    /**
     * The groups somebody is in.
     *
     * @param authorities what Jenkins' security realm says of the person; empty when it does not know them
     */
    public Set<String> groupsOf(Person person, Set<String> authorities, Instant at) {
        Set<String> found = new TreeSet<>(listed(person, authorities));
        deputies.stream()
                .filter(deputy -> deputy.person().equals(person) && deputy.on(at))
                .forEach(deputy -> found.addAll(listed(deputy.absent(), Set.of())));
        return found;
    }

    private Set<String> listed(Person person, Set<String> authorities) {
        return groups.stream()
                .filter(group -> group.members().contains(person)
                        || group.authorities().stream().anyMatch(authorities::contains))
                .map(Group::name)
                .collect(Collectors.toSet());
    }

    /** The people who are known to be in a group at a time, deputies too. */
    public Set<Person> membersOf(String group, Instant at) {
        Set<Person> members = new TreeSet<>(java.util.Comparator.comparing(Person::id));
        group(group).ifPresent(found -> members.addAll(found.members()));
        deputies.stream()
                .filter(deputy -> deputy.on(at) && members.contains(deputy.absent()))
                .map(Deputy::person)
                .toList()
                .forEach(members::add);
        return members;
    }

    private Optional<Group> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /** The groups of which one must confirm that break-glass is invoked: whoever may invoke it, and the approvers. */
    public Set<String> confirmers() {
        Set<String> confirmers = new TreeSet<>(quorum.groups());
        if (breakGlass.allowed()) {
            confirmers.add(breakGlass.group());
        }
        return confirmers;
    }

    /** Whether an answer by somebody in these groups has a meaning here. */
    public boolean concerns(Set<String> memberships) {
        return memberships.stream().anyMatch(quorum.groups()::contains);
    }
}
