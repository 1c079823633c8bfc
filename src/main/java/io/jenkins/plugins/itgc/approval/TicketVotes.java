package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads an approval off the tickets: one manager put every ticket of the change into an approving status after the
 * question was asked, and all of them still stand there unchanged.
 */
public final class TicketVotes {
    /** The name of this channel. */
    public static final String CHANNEL = ApprovalFold.TICKET;

    private final People people;
    private final ApprovalPolicy policy;

    /**
     * @param people who is behind an account of a tracker
     * @param policy names the statuses of a ticket that approve
     */
    public TicketVotes(People people, ApprovalPolicy policy) {
        this.people = people;
        this.policy = policy;
    }

    /**
     * The vote that the tickets carry, if they do.
     *
     * @param order its place among the votes
     */
    public Optional<TicketVote> of(List<TicketState> tickets, ApprovalRequest request, long order) {
        if (tickets.isEmpty() || policy.ticketStatuses().isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Person>> movers = tickets.stream()
                .map(ticket -> mover(ticket, request))
                .distinct()
                .toList();
        boolean one = movers.size() == 1 && movers.get(0).isPresent();
        return one ? Optional.of(vote(movers.get(0).get(), tickets, order)) : Optional.empty();
    }

    /**
     * A vote by ticket.
     *
     * @param vote without the groups that the trackers know
     * @param tickets that carry it
     */
    public record TicketVote(Vote vote, List<TicketState> tickets) {
        public TicketVote {
            tickets = List.copyOf(tickets);
        }

        /** The change of status of each ticket that approves. */
        Map<String, String> moves() {
            return tickets.stream().collect(Collectors.toMap(TicketState::name, TicketState::mark, (a, b) -> a));
        }
    }

    private Optional<Person> mover(TicketState ticket, ApprovalRequest request) {
        TicketState.Move move = ticket.move();
        if (move == null) {
            return Optional.empty();
        }
        boolean stands = move.to().equals(ticket.status())
                && policy.ticketStatuses().contains(ticket.status())
                && !ticket.changedSince();
        boolean answers = stands && !ticket.mark().equals(request.ticketMarks().get(ticket.name()));
        return answers && move.human() && move.manager()
                ? people.of(new Account(ticket.tracker(), move.account()))
                : Optional.empty();
    }

    private static TicketState.Move move(TicketState ticket) {
        return Objects.requireNonNull(ticket.move(), "Only a ticket that was moved votes.");
    }

    private static TicketVote vote(Person person, List<TicketState> tickets, long order) {
        TicketState last = tickets.stream()
                .max(java.util.Comparator.comparing(ticket -> move(ticket).at()))
                .orElseThrow();
        Account account = new Account(last.tracker(), move(last).account());
        String reason = "put "
                + String.join(", ", tickets.stream().map(TicketState::key).toList()) + " into " + last.status();
        Vote vote = new Vote(
                order,
                Vote.Act.GIVE,
                person,
                account,
                CHANNEL,
                Set.of(),
                reason,
                move(last).at());
        return new TicketVote(vote, tickets);
    }
}
