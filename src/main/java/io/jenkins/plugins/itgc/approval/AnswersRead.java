package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what the ledger keeps of a request into evidence; writes nothing. */
final class AnswersRead {
    private final ApprovalBook book;
    private final LedgerRequests.Rules rules;
    private final Clock clock;

    AnswersRead(ApprovalBook book, LedgerRequests.Rules rules, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.clock = clock;
    }

    ApprovalEvidence evidence(Asked asked, CarriedChange carried, Starter starter) {
        List<Vote> votes = new ArrayList<>();
        asked.answers().forEach(answer -> votes.add(vote(answer)));
        asked.byTicket()
                .flatMap(answer -> ticketVote(asked, carried).map(vote -> seen(vote, answer)))
                .ifPresent(votes::add);
        return new ApprovalEvidence(
                carried,
                asked.request(),
                starter,
                votes,
                rules.people(),
                asked.emergency().map(this::glass).orElse(null),
                missedReviews(carried),
                clock.instant());
    }

    private Vote vote(Asked.Answered answer) {
        Person person = new Person(answer.body().person());
        Vote.Act act =
                switch (answer.entry().kind()) {
                    case Kinds.GIVEN -> Vote.Act.GIVE;
                    case Kinds.REFUSED -> Vote.Act.REFUSE;
                    default -> Vote.Act.WITHDRAW;
                };
        return new Vote(
                answer.entry().sequence(),
                act,
                person,
                answer.body().account(),
                answer.body().channel(),
                groupsOf(person),
                answer.body().reason(),
                answer.entry().at());
    }

    private BreakGlass glass(Emergency emergency) {
        Asked.Answered second = emergency.confirmed();
        return new BreakGlass(
                emergency.opened().entry().subject(),
                word(emergency.opened()),
                second == null ? null : word(second),
                second == null ? null : second.body().reviewBy(),
                emergency.reviewed());
    }

    private BreakGlass.Word word(Asked.Answered answer) {
        Person person = new Person(answer.body().person());
        return new BreakGlass.Word(
                person,
                answer.body().account(),
                groupsOf(person),
                answer.body().reason(),
                answer.entry().at());
    }

    /** What the tickets say now. */
    Optional<Vote> ticketVote(Asked asked, CarriedChange carried) {
        return new TicketVotes(rules.people(), rules.policy())
                .of(carried.tickets(), asked.request(), 0)
                .map(TicketVotes.TicketVote::vote)
                .map(vote -> {
                    Set<String> groups = new HashSet<>(groupsOf(vote.person()));
                    Optional.ofNullable(rules.managers().get(vote.account().system())).ifPresent(groups::add);
                    return with(vote, groups, 0, vote.at());
                });
    }

    /** It counts from when it was seen, by this controller's clock. */
    private static Vote seen(Vote vote, Asked.Answered answer) {
        return with(vote, vote.groups(), answer.entry().sequence(), answer.entry().at());
    }

    private static Vote with(Vote vote, Set<String> groups, long order, Instant at) {
        return new Vote(
                order, vote.act(), vote.person(), vote.account(), vote.channel(), groups, vote.reason(), at);
    }

    private Set<String> groupsOf(Person person) {
        return rules.groupsOf(person, clock.instant());
    }

    private List<String> missedReviews(CarriedChange carried) {
        return emergencies(carried).entrySet().stream()
                .filter(emergency -> emergency.getValue().missed(clock.instant()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The last emergency of each commit in the environment. */
    Map<String, Emergency> emergencies(CarriedChange carried) {
        return book.emergencies(
                carried.change().repository().toString(), carried.change().environment());
    }
}
