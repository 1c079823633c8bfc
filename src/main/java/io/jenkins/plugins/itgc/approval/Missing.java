package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Eligibility;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Set;

/**
 * What is still missing, and who could give it.
 *
 * @param seats one a person that is missing
 */
public record Missing(List<Open> seats) {
    /**
     * An empty seat.
     *
     * @param groups one of which the person must be in
     * @param candidates logins of people who could; further members may be known to other systems only
     */
    public record Open(List<String> groups, List<String> candidates) {}

    public Missing {
        seats = List.copyOf(seats);
    }

    /** Looks at the evidence as it is. */
    public static Missing of(ApprovalEvidence evidence, ApprovalPolicy policy) {
        Tally tally = Tally.of(evidence, policy);
        Eligibility eligibility = evidence.eligibility();
        Seating seating =
                policy.quorum().seat(tally.approvers(), evidence.carried().migration());
        Set<Person> done = tally.approvers().keySet();
        return new Missing(seating.empty().stream()
                .map(seat -> new Open(
                        seat.groups().stream().sorted().toList(),
                        seat.groups().stream()
                                .flatMap(group -> policy.membersOf(group, evidence.asOf()).stream()
                                        .filter(person -> eligibility.admits(person, Set.of(group), Set.of(group))))
                                .filter(person -> !done.contains(person))
                                .map(Person::id)
                                .distinct()
                                .sorted()
                                .toList()))
                .toList());
    }

    /** In English: "1 of release-managers (mia, noah) and 1 of dba or sre". */
    public String sentence() {
        return message().english();
    }

    /** What is missing, a part of a sentence. */
    public Message message() {
        return Message.allOf(seats.stream().map(Missing::words).toList());
    }

    private static Message words(Open seat) {
        Message groups = Message.anyOf(seat.groups());
        return seat.candidates().isEmpty()
                ? Message.of("approval.part.seat", groups)
                : Message.of("approval.part.seat-candidates", groups, seat.candidates());
    }
}
