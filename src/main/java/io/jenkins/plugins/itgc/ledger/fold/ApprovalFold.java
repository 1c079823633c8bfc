package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval with what was answered to it.
 *
 * @param request the event that made it
 * @param state whether it still wants an answer, and else what became of it
 * @param votes approvals, refusals and withdrawals, in their order
 * @param breakGlass the last break-glass on it; null for none
 */
public record ApprovalFold(
        Recorded<ApprovalEvent.Requested> request,
        State state,
        List<Recorded<ApprovalEvent.Act>> votes,
        @Nullable BreakGlassFold breakGlass) {
    /** The channel of votes that the tickets carry: they stand only as long as the tickets say so. */
    public static final String TICKET = "ticket";

    /** How a request stands. */
    public enum State {
        /** It wants an answer. */
        REQUESTED,
        /** Somebody's refusal stands. */
        REFUSED,
        /** The quorum is complete. */
        COMPLETED,
        /** Nobody completed it in time. */
        EXPIRED,
        /** What was asked about is not what it was. */
        VOIDED;

        /** The lower-case word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean open() {
            return this == REQUESTED || this == REFUSED;
        }

        /** What was complete is so no more when somebody takes back or refuses what they had approved. */
        private boolean open(ApprovalEvent.Act vote) {
            return open() || (this == COMPLETED && !(vote instanceof ApprovalEvent.Given));
        }
    }

    public ApprovalFold {
        votes = List.copyOf(votes);
    }

    /** A request that was just made. */
    public static ApprovalFold of(Recorded<ApprovalEvent.Requested> request) {
        return new ApprovalFold(request, State.REQUESTED, List.of(), null);
    }

    /** Its id: the sequence of the entry that made it. */
    public String id() {
        return String.valueOf(request.sequence());
    }

    /** The request after an event; one of another request changes nothing. */
    public ApprovalFold after(Recorded<? extends ApprovalEvent> next) {
        if (!id().equals(next.event().request())) {
            return this;
        }
        if (next.event() instanceof ApprovalEvent.Act act && votes(act)) {
            return voted(new Recorded<>(next.entry(), act));
        }
        State ended = ended(next.event());
        return new ApprovalFold(
                request, ended != null && state.open() ? ended : state, votes, BreakGlassFold.next(breakGlass, next));
    }

    private static boolean votes(ApprovalEvent.Act act) {
        return act instanceof ApprovalEvent.Given
                || act instanceof ApprovalEvent.Refused
                || act instanceof ApprovalEvent.Withdrawn;
    }

    private static @Nullable State ended(ApprovalEvent event) {
        if (event instanceof ApprovalEvent.Completed) {
            return State.COMPLETED;
        }
        if (event instanceof ApprovalEvent.Expired) {
            return State.EXPIRED;
        }
        return event instanceof ApprovalEvent.Voided ? State.VOIDED : null;
    }

    private ApprovalFold voted(Recorded<ApprovalEvent.Act> vote) {
        List<Recorded<ApprovalEvent.Act>> all = new ArrayList<>(votes);
        all.add(vote);
        ApprovalFold counted = new ApprovalFold(request, state, all, breakGlass);
        State now = counted.standing().stream().anyMatch(word -> word.event() instanceof ApprovalEvent.Refused)
                ? State.REFUSED
                : State.REQUESTED;
        return new ApprovalFold(request, state.open(vote.event()) ? now : state, all, breakGlass);
    }

    /**
     * Everybody's last word, in the order in which it was said. What tickets said counts for the person as long as they say
     * it; after that, what the person said elsewhere counts again.
     */
    public List<Recorded<ApprovalEvent.Act>> standing() {
        List<Recorded<ApprovalEvent.Act>> words = new ArrayList<>();
        ticketVote().ifPresent(words::add);
        votes.stream().filter(vote -> !byTicket(vote)).forEach(words::add);
        words.sort(Comparator.comparingLong(Recorded::sequence));
        List<Recorded<ApprovalEvent.Act>> last = new ArrayList<>();
        for (Recorded<ApprovalEvent.Act> word : words) {
            last.removeIf(earlier -> person(earlier).equals(person(word)));
            last.add(word);
        }
        return last;
    }

    /** The approval that the tickets carry now; empty when they carry none. */
    public Optional<Recorded<ApprovalEvent.Act>> ticketVote() {
        return votes.stream()
                .filter(ApprovalFold::byTicket)
                .reduce((earlier, later) -> later)
                .filter(last -> last.event() instanceof ApprovalEvent.Given);
    }

    /** Votes that people gave themselves, in their order. */
    public List<Recorded<ApprovalEvent.Act>> personalVotes() {
        return votes.stream().filter(vote -> !byTicket(vote)).toList();
    }

    private static boolean byTicket(Recorded<ApprovalEvent.Act> vote) {
        return TICKET.equals(vote.event().body().channel());
    }

    private static String person(Recorded<ApprovalEvent.Act> vote) {
        return String.valueOf(vote.event().body().person());
    }
}
