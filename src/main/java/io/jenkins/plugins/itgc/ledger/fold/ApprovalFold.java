package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval with what was answered to it.
 *
 * @param request the event that made it
 * @param again the builds that asked for it afterwards, in their order
 * @param votes approvals, refusals and withdrawals, in their order
 * @param completed when it was complete last; null for never, and since it was asked for again or expired
 * @param end by what it is over, whatever is still answered; null for nothing
 * @param breakGlass the last break-glass on it; null for none
 * @param wantedSince since when it wants an answer, or wanted one last: since it was made, or since what was complete or refused is so
 *     no more
 */
public record ApprovalFold(
        Recorded<ApprovalEvent.Requested> request,
        List<Recorded<ApprovalEvent.AskedAgain>> again,
        List<Recorded<ApprovalEvent.Act>> votes,
        @Nullable Recorded<ApprovalEvent.Completed> completed,
        @Nullable State end,
        @Nullable BreakGlassFold breakGlass,
        Instant wantedSince) {
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
    }

    public ApprovalFold {
        again = List.copyOf(again);
        votes = List.copyOf(votes);
    }

    /** A request that was just made. */
    public static ApprovalFold of(Recorded<ApprovalEvent.Requested> request) {
        return new ApprovalFold(request, List.of(), List.of(), null, null, null, request.at());
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
        ApprovalFold after = told(next);
        boolean again = state() != State.REQUESTED && after.state() == State.REQUESTED;
        return again ? after.wanted(next.at()) : after;
    }

    private ApprovalFold wanted(Instant since) {
        return new ApprovalFold(request, again, votes, completed, end, breakGlass, since);
    }

    private ApprovalFold told(Recorded<? extends ApprovalEvent> next) {
        if (next.event() instanceof ApprovalEvent.Act act && votes(act)) {
            List<Recorded<ApprovalEvent.Act>> more = with(votes, new Recorded<>(next.entry(), act));
            return new ApprovalFold(request, again, more, completed, end, breakGlass, wantedSince);
        }
        if (next.event() instanceof ApprovalEvent.AskedAgain asked) {
            return new ApprovalFold(
                    request,
                    with(again, new Recorded<>(next.entry(), asked)),
                    votes,
                    null,
                    end,
                    breakGlass,
                    wantedSince);
        }
        if (next.event() instanceof ApprovalEvent.Completed now) {
            Recorded<ApprovalEvent.Completed> made = end == null ? new Recorded<>(next.entry(), now) : completed;
            return new ApprovalFold(request, again, votes, made, end, breakGlass, wantedSince);
        }
        State over = end == null ? end(next.event()) : end;
        boolean expires = end == null && over == State.EXPIRED;
        return new ApprovalFold(
                request,
                again,
                votes,
                expires ? null : completed,
                over,
                BreakGlassFold.next(breakGlass, next),
                wantedSince);
    }

    private static <T> List<T> with(List<T> all, T next) {
        List<T> more = new ArrayList<>(all);
        more.add(next);
        return more;
    }

    private static boolean votes(ApprovalEvent.Act act) {
        return act instanceof ApprovalEvent.Given
                || act instanceof ApprovalEvent.Refused
                || act instanceof ApprovalEvent.Withdrawn;
    }

    private static @Nullable State end(ApprovalEvent event) {
        if (event instanceof ApprovalEvent.Expired) {
            return State.EXPIRED;
        }
        return event instanceof ApprovalEvent.Voided ? State.VOIDED : null;
    }

    /** Whether it still wants an answer, and else what became of it. */
    public State state() {
        if (complete()) {
            return State.COMPLETED;
        }
        if (end != null) {
            return end;
        }
        return refused() ? State.REFUSED : State.REQUESTED;
    }

    /**
     * Whether it was complete, and is so still: nobody refuses, and everybody whose approval made it complete approves. What a
     * break-glass made complete needs no approval.
     */
    private boolean complete() {
        if (completed == null) {
            return false;
        }
        List<String> made = approvers();
        return brokenBy(completed)
                || (!refused() && !made.isEmpty() && approving().containsAll(made));
    }

    private boolean brokenBy(Recorded<ApprovalEvent.Completed> made) {
        return breakGlass != null
                && breakGlass.confirmed() != null
                && breakGlass.confirmed().sequence() < made.sequence();
    }

    /** A refusal by somebody who has no say any more ends when a build asks again and none stands. */
    private boolean refused() {
        long since = again.stream()
                .filter(asked -> !asked.event().body().refused())
                .mapToLong(Recorded::sequence)
                .max()
                .orElse(0);
        return standing().stream()
                .anyMatch(word -> word.event() instanceof ApprovalEvent.Refused && word.sequence() > since);
    }

    /** Whose last word is an approval. */
    public Set<String> approving() {
        Set<String> persons = new LinkedHashSet<>();
        standing().stream()
                .filter(word -> word.event() instanceof ApprovalEvent.Given)
                .map(word -> word.event().body().person())
                .filter(Objects::nonNull)
                .forEach(persons::add);
        return persons;
    }

    /**
     * Whose approvals made it complete; nobody while it was not. Where the entry does not name them, as in those of a demo,
     * everybody who approved by then.
     */
    public List<String> approvers() {
        Recorded<ApprovalEvent.Completed> made = completed;
        if (made == null) {
            return List.of();
        }
        List<String> named = made.event().body().approvers();
        return named.isEmpty() && !brokenBy(made)
                ? List.copyOf(asOf(made.sequence()).approving())
                : named;
    }

    private ApprovalFold asOf(long sequence) {
        List<Recorded<ApprovalEvent.Act>> before =
                votes.stream().filter(vote -> vote.sequence() < sequence).toList();
        return new ApprovalFold(request, again, before, completed, end, breakGlass, wantedSince);
    }

    /** Whether the last entry that makes it complete is of this build, and says so of these people. */
    public boolean completedBy(Actor build, Set<String> people) {
        return completed != null
                && completed.actor().equals(build)
                && Set.copyOf(completed.event().body().approvers()).equals(people);
    }

    /** The builds that asked for it, in their order. */
    public Set<String> builds() {
        Set<String> builds = new LinkedHashSet<>();
        builds.add(request.event().body().build());
        again.forEach(asked -> builds.add(asked.event().body().build()));
        return builds;
    }

    /** The build that asked last. */
    public String build() {
        return again.isEmpty()
                ? request.event().body().build()
                : again.get(again.size() - 1).event().body().build();
    }

    /** Who started them, in their order; empty when that was not recorded, as in entries of a demo. */
    public List<ApprovalBody.Starter> starters() {
        return Stream.concat(
                        Stream.ofNullable(request.event().body().starter()),
                        again.stream().map(asked -> asked.event().body().starter()))
                .toList();
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
