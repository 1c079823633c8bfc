package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.BreakGlassFold;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    ApprovalEvidence evidence(OpenRequest open, CarriedChange carried, Starter starter) {
        List<Vote> votes = new ArrayList<>();
        open.votes().forEach(vote -> votes.add(vote(vote)));
        open.ticketVote()
                .flatMap(recorded -> ticketVote(open, carried)
                        .filter(found -> same(found, recorded.event().body()))
                        .map(found -> seen(found.vote(), recorded)))
                .ifPresent(votes::add);
        return evidence(open, carried, starter, votes);
    }

    /** What is known without asking any system: the tickets said what was recorded last. */
    ApprovalEvidence recorded(OpenRequest open) {
        return recorded(open, open.starterOfAll());
    }

    /** The same for a build that somebody started. */
    ApprovalEvidence recorded(OpenRequest open, Starter starter) {
        List<Vote> votes = new ArrayList<>();
        open.votes().forEach(vote -> votes.add(vote(vote)));
        open.ticketVote().map(this::ticketVote).ifPresent(votes::add);
        return evidence(open, open.carried(), starter, votes);
    }

    /** In the groups that the tracker knew of then, too. */
    private Vote ticketVote(Recorded<ApprovalEvent.Act> recorded) {
        Vote vote = vote(recorded);
        Set<String> groups = new HashSet<>(vote.groups());
        groups.addAll(recorded.event().body().groups());
        return with(vote, groups, vote.order(), vote.at());
    }

    private ApprovalEvidence evidence(OpenRequest open, CarriedChange carried, Starter starter, List<Vote> votes) {
        return new ApprovalEvidence(
                carried,
                open.request(),
                starter,
                votes,
                rules.people(),
                Optional.ofNullable(open.fold().breakGlass()).map(this::glass).orElse(null),
                missedReviews(carried),
                clock.instant());
    }

    /** What is known while nobody was asked about what is there now. */
    ApprovalEvidence notRequested(CarriedChange carried, Starter starter) {
        return new ApprovalEvidence(
                carried, null, starter, List.of(), rules.people(), null, missedReviews(carried), clock.instant());
    }

    private Vote vote(Recorded<ApprovalEvent.Act> recorded) {
        ApprovalEvent.Answer answer = recorded.event().body();
        Person person = person(recorded);
        if (answer.account() == null) {
            throw unreadable(recorded);
        }
        return new Vote(
                recorded.sequence(),
                OpenRequest.act(recorded.event()),
                person,
                ApprovalWire.account(answer.account()),
                answer.channel(),
                groupsOf(person),
                answer.reason(),
                recorded.at());
    }

    /** @throws LedgerFailure when the answer names nobody */
    private static Person person(Recorded<? extends ApprovalEvent.Act> recorded) {
        String person = recorded.event().body().person();
        if (person == null || person.isBlank()) {
            throw unreadable(recorded);
        }
        return new Person(person);
    }

    private static LedgerFailure unreadable(Recorded<?> recorded) {
        return new LedgerFailure(
                Message.of(
                        "ledger.answer-incomplete",
                        String.valueOf(recorded.sequence()),
                        recorded.entry().kind()),
                null);
    }

    private BreakGlass glass(BreakGlassFold fold) {
        Recorded<ApprovalEvent.BreakGlassConfirmed> second = fold.confirmed();
        return new BreakGlass(
                fold.opened().event().subject().text(),
                word(fold.opened()),
                second == null ? null : word(second),
                second == null ? null : second.event().body().reviewBy(),
                fold.reviewed());
    }

    private BreakGlass.Word word(Recorded<? extends ApprovalEvent.Act> recorded) {
        ApprovalEvent.Answer answer = recorded.event().body();
        Person person = person(recorded);
        return new BreakGlass.Word(
                person,
                Known.map(answer.account(), ApprovalWire::account),
                groupsOf(person),
                answer.reason(),
                recorded.at());
    }

    /** What the tickets say now. */
    Optional<TicketVotes.TicketVote> ticketVote(OpenRequest open, CarriedChange carried) {
        return new TicketVotes(rules.people(), rules.policy())
                .of(carried.tickets(), open.request(), 0)
                .map(found -> {
                    Vote vote = found.vote();
                    Set<String> groups = new HashSet<>(groupsOf(vote.person()));
                    Optional.ofNullable(rules.managers().get(vote.account().system()))
                            .ifPresent(groups::add);
                    return new TicketVotes.TicketVote(with(vote, groups, 0, vote.at()), found.tickets());
                });
    }

    /**
     * Whether the tickets still carry the approval that was recorded, and not another one: the same person moved them, and
     * nobody since. There may be fewer of them, when an earlier deploy took some.
     */
    static boolean same(TicketVotes.TicketVote found, ApprovalEvent.Answer recorded) {
        Vote vote = found.vote();
        boolean moved = recorded.moves() == null
                ? vote.reason().equals(recorded.reason())
                : recorded.moves().entrySet().containsAll(found.moves().entrySet());
        return moved && samePerson(vote, recorded);
    }

    /** The account may be of another tracker, when the ticket that was moved last is carried no more. */
    private static boolean samePerson(Vote vote, ApprovalEvent.Answer recorded) {
        return recorded.moves() == null
                ? vote.account().equals(Known.map(recorded.account(), ApprovalWire::account))
                : vote.person().id().equals(recorded.person());
    }

    /** It counts from when it was seen, by this controller's clock. */
    private static Vote seen(Vote vote, Recorded<ApprovalEvent.Act> recorded) {
        return with(vote, vote.groups(), recorded.sequence(), recorded.at());
    }

    private static Vote with(Vote vote, Set<String> groups, long order, Instant at) {
        return new Vote(order, vote.act(), vote.person(), vote.account(), vote.channel(), groups, vote.reason(), at);
    }

    private Set<String> groupsOf(Person person) {
        return rules.groupsOf(person, clock.instant());
    }

    private List<String> missedReviews(CarriedChange carried) {
        return breakGlasses(carried).stream()
                .filter(glass -> glass.missed(clock.instant()))
                .map(glass -> glass.opened().event().subject().text())
                .distinct()
                .sorted()
                .toList();
    }

    /** Every break-glass of the repository in the environment. */
    List<BreakGlassFold> breakGlasses(CarriedChange carried) {
        return book.breakGlasses(
                carried.change().repository().toString(), carried.change().deployedTo());
    }
}
