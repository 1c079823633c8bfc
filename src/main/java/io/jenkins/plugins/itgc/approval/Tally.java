package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.people.Eligibility;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which votes count: the last of each person, whatever accounts it came from. */
public final class Tally {
    private final Map<Person, Vote> last;
    private final Map<Person, Set<String>> seated = new TreeMap<>(Comparator.comparing(Person::id));
    private final List<Vote> refusals = new ArrayList<>();
    private final List<Finding> notCounted = new ArrayList<>();

    private Tally(Collection<Vote> votes) {
        this.last = lastOfEach(votes);
    }

    /** Counts; the order of the list has no meaning. */
    public static Tally of(ApprovalEvidence evidence, ApprovalPolicy policy) {
        Tally tally = new Tally(evidence.votes());
        Eligibility eligibility = evidence.eligibility();
        tally.last.values().forEach(vote -> tally.count(vote, evidence, policy, eligibility));
        return tally;
    }

    private static Map<Person, Vote> lastOfEach(Collection<Vote> votes) {
        Map<Person, Vote> last = new LinkedHashMap<>();
        votes.stream()
                .sorted(Comparator.comparingLong(Vote::order)
                        .thenComparing(vote -> vote.act() != Vote.Act.GIVE)
                        .thenComparing(vote -> vote.toString()))
                .forEach(vote -> last.put(vote.person(), vote));
        return last;
    }

    private void count(Vote vote, ApprovalEvidence evidence, ApprovalPolicy policy, Eligibility eligibility) {
        if (vote.act() == Vote.Act.REFUSE && policy.concerns(vote.groups())) {
            refusals.add(vote);
        }
        if (vote.act() != Vote.Act.GIVE) {
            return;
        }
        Optional<Finding> objection = eligibility
                .objectionTo(vote.person(), vote.groups(), policy.quorum().groups())
                .or(() -> tooLate(vote, evidence))
                .or(() -> tooOld(vote, evidence, policy));
        objection.ifPresent(notCounted::add);
        if (objection.isEmpty()) {
            seated.put(vote.person(), vote.groups());
        }
    }

    /** Whatever channel it came by. */
    private static Optional<Finding> tooLate(Vote vote, ApprovalEvidence evidence) {
        Instant until = evidence.request() == null ? null : evidence.request().expiresAt();
        return until != null && vote.at().isAfter(until)
                ? Optional.of(Finding.of(
                        "approval.too-late",
                        vote.person().id(),
                        null,
                        vote.person().toString(),
                        until))
                : Optional.empty();
    }

    private static Optional<Finding> tooOld(Vote vote, ApprovalEvidence evidence, ApprovalPolicy policy) {
        boolean old = vote.at().plus(policy.limits().validFor()).isBefore(evidence.asOf());
        return old
                ? Optional.of(Finding.of(
                        "approval.too-old",
                        vote.person().id(),
                        null,
                        vote.person().toString(),
                        vote.at()))
                : Optional.empty();
    }

    /** People whose approval counts, with their groups. */
    public Map<Person, Set<String>> approvers() {
        return java.util.Collections.unmodifiableMap(seated);
    }

    /** Refusals that stand. */
    public List<Vote> refusals() {
        return refusals.stream()
                .sorted(Comparator.comparing(vote -> vote.person().id()))
                .toList();
    }

    /** Why approvals do not count. */
    public List<Finding> notCounted() {
        return notCounted.stream()
                .sorted(Comparator.comparing(Finding::subject))
                .collect(Collectors.toList());
    }
}
