package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A request that was not voided, with what it was about.
 *
 * @param fold the request and its answers
 * @param carried what would be deployed, as it was then
 * @param starters who started the builds that asked, in their order; never empty
 */
record OpenRequest(ApprovalFold fold, CarriedChange carried, List<Starter> starters) {
    /** @throws LedgerFailure when the entry does not say what was asked about */
    static OpenRequest of(ApprovalFold fold) {
        ApprovalEvent.Request asked = fold.request().event().body();
        try {
            Objects.requireNonNull(asked.starter(), "starter");
            return new OpenRequest(
                    fold,
                    ApprovalWire.carried(Objects.requireNonNull(asked.carried(), "carried")),
                    fold.starters().stream().map(ApprovalWire::starter).toList());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new LedgerFailure(Message.of("ledger.request-unreadable", fold.id()), e);
        }
    }

    /** Whether a request says what was asked; those of a demo of an early version do not. */
    static boolean judgeable(ApprovalEvent.Request asked) {
        return asked.carried() != null && asked.starter() != null;
    }

    String id() {
        return fold.id();
    }

    /** Who started the build that asked last. */
    Starter starter() {
        return starters.get(starters.size() - 1);
    }

    /** Who started every build that asked; nobody when different people did. An approval may count for one build and not for another. */
    Starter starterOfAll() {
        return byOne() ? starter() : Starter.nobody();
    }

    /** Whether one person started every build that asked, under whatever account, or none did. */
    boolean byOne() {
        return starters.stream().map(OpenRequest::whoever).distinct().count() == 1;
    }

    private static Optional<?> whoever(Starter starter) {
        return starter.person() == null ? Optional.ofNullable(starter.account()) : Optional.of(starter.person());
    }

    /** The build that asked last, and its address. */
    ApprovalEvent.Asking latest() {
        List<Recorded<ApprovalEvent.AskedAgain>> again = fold.again();
        return again.isEmpty()
                ? new ApprovalEvent.Asking(
                        id(),
                        asked().build(),
                        asked().buildUrl(),
                        Objects.requireNonNull(asked().starter()),
                        false,
                        false)
                : again.get(again.size() - 1).event().body();
    }

    Subject.InEnvironment subject() {
        return fold.request().event().subject();
    }

    ApprovalEvent.Request asked() {
        return fold.request().event().body();
    }

    boolean expired() {
        return fold.state() == ApprovalFold.State.EXPIRED;
    }

    /** Whether a second person confirmed a break-glass on it. */
    boolean broken() {
        return fold.breakGlass() != null && fold.breakGlass().confirmed() != null;
    }

    /** Whether these approvals may make it complete: they stand, or a break-glass goes round them. */
    boolean completable(Set<String> approvers) {
        boolean wanted = fold.end() == null && !refused() && !approvers.isEmpty();
        return broken() || (wanted && fold.approving().containsAll(approvers));
    }

    boolean refused() {
        return fold.state() == ApprovalFold.State.REFUSED;
    }

    boolean completed() {
        return fold.state() == ApprovalFold.State.COMPLETED;
    }

    /** What people answered themselves. */
    List<Recorded<ApprovalEvent.Act>> votes() {
        return fold.personalVotes();
    }

    /** What the tickets said when they were looked at last. */
    Optional<Recorded<ApprovalEvent.Act>> ticketVote() {
        return fold.ticketVote();
    }

    /** What somebody said last; WITHDRAW when nothing stands. */
    Vote.Act lastWord(Person person) {
        return votes().stream()
                .filter(vote -> person.id().equals(vote.event().body().person()))
                .reduce((earlier, later) -> later)
                .map(vote -> act(vote.event()))
                .orElse(Vote.Act.WITHDRAW);
    }

    /** When somebody answered last; empty when they never did. */
    Optional<Instant> lastAnswered(Person person) {
        return votes().stream()
                .filter(vote -> person.id().equals(vote.event().body().person()))
                .reduce((earlier, later) -> later)
                .map(Recorded::at);
    }

    static Vote.Act act(ApprovalEvent.Act event) {
        if (event instanceof ApprovalEvent.Given) {
            return Vote.Act.GIVE;
        }
        return event instanceof ApprovalEvent.Refused ? Vote.Act.REFUSE : Vote.Act.WITHDRAW;
    }

    ApprovalRequest request() {
        return new ApprovalRequest(id(), fold.request().at(), asked().expiresAt(), expired(), asked().ticketMarks());
    }
}
