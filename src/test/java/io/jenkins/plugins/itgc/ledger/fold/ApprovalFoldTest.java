package io.jenkins.plugins.itgc.ledger.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** How a request for approval stands follows from what was said about it, in the order in which it was said. */
class ApprovalFoldTest {
    private static final Subject.InEnvironment SUBJECT =
            new Subject.InEnvironment("acme/orders", "c".repeat(40), "production");

    private final Happened happened = new Happened();
    private ApprovalFold fold = ApprovalFold.of(happened.next(new ApprovalEvent.Requested(
            SUBJECT,
            new ApprovalEvent.Request(
                    "orders", null, null, "1 of managers", Instant.MAX, Map.of(), "orders#1", null, List.of()))));

    private ApprovalEvent.Answer answer(String person, String channel, String request) {
        Instant reviewBy = Happened.START.plus(Duration.ofHours(1));
        return new ApprovalEvent.Answer(request, person, null, channel, Set.of(), "", reviewBy, null);
    }

    private void says(BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, ApprovalEvent.Act> act, String person) {
        says(act, person, "jenkins");
    }

    private void says(
            BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, ApprovalEvent.Act> act,
            String person,
            String channel) {
        fold = fold.after(happened.next(act.apply(SUBJECT, answer(person, channel, fold.id()))));
    }

    private void becomes(BiFunction<Subject.InEnvironment, ApprovalEvent.Changed, ApprovalEvent> change) {
        fold = fold.after(happened.next(change.apply(SUBJECT, new ApprovalEvent.Changed(fold.id(), List.of()))));
    }

    private List<String> standing() {
        return fold.standing().stream()
                .map(word -> word.event().getClass().getSimpleName() + " "
                        + word.event().body().person())
                .toList();
    }

    @Test
    void aRefusalIsTakenBackByTheApprovalOfTheSamePerson() {
        says(ApprovalEvent.Refused::new, "mia");
        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REFUSED);

        says(ApprovalEvent.Given::new, "mia");

        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REQUESTED);
        assertThat(standing()).containsExactly("Given mia");
    }

    @Test
    void aWithdrawalClearsNobodyElsesRefusal() {
        says(ApprovalEvent.Refused::new, "mia");
        says(ApprovalEvent.Given::new, "nina");
        says(ApprovalEvent.Withdrawn::new, "nina");

        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REFUSED);
        assertThat(standing()).containsExactly("Refused mia", "Withdrawn nina");
    }

    @Test
    void aConfirmedBreakGlassOwesItsReviewWhoeverInvokesOrConfirmsItAgain() {
        says(ApprovalEvent.BreakGlassOpened::new, "mia");
        says(ApprovalEvent.BreakGlassConfirmed::new, "nina");
        BreakGlassFold owed = fold.breakGlass();

        says(ApprovalEvent.BreakGlassOpened::new, "rita");
        says(ApprovalEvent.BreakGlassConfirmed::new, "olaf");

        assertThat(fold.breakGlass()).isEqualTo(owed);
    }

    @Test
    void whatWasCompleteIsSoNoMoreAfterAWithdrawalOrARefusal() {
        says(ApprovalEvent.Given::new, "mia");
        fold = fold.after(happened.next(
                new ApprovalEvent.Completed(SUBJECT, new ApprovalEvent.Approvers(fold.id(), List.of("mia")))));
        ApprovalFold completed = fold;
        says(ApprovalEvent.Given::new, "nina");
        assertThat(fold.state()).as("one more").isEqualTo(ApprovalFold.State.COMPLETED);

        says(ApprovalEvent.Withdrawn::new, "mia");
        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REQUESTED);

        fold = completed;
        says(ApprovalEvent.Refused::new, "nina");
        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REFUSED);
    }

    @Test
    void whatDoesNotCountChangesNothing() {
        says(ApprovalEvent.Given::new, "mia");
        ApprovalFold before = fold;

        says(ApprovalEvent.NotCounted::new, "mia");

        assertThat(fold).isEqualTo(before);
    }

    @Test
    void whatIsSaidOfAnotherRequestChangesNothing() {
        ApprovalFold before = fold;
        for (String request : List.of("99", "")) {
            ApprovalEvent.Answer answer = answer("mia", "jenkins", request);
            fold = fold.after(happened.next(new ApprovalEvent.Given(SUBJECT, answer)))
                    .after(happened.next(new ApprovalEvent.Refused(SUBJECT, answer)))
                    .after(happened.next(new ApprovalEvent.BreakGlassOpened(SUBJECT, answer)))
                    .after(happened.next(new ApprovalEvent.BreakGlassConfirmed(SUBJECT, answer)))
                    .after(happened.next(
                            new ApprovalEvent.Voided(SUBJECT, new ApprovalEvent.Changed(request, List.of()))))
                    .after(happened.next(
                            new ApprovalEvent.Completed(SUBJECT, new ApprovalEvent.Approvers(request, List.of()))));
        }

        assertThat(fold).isEqualTo(before);
    }

    @Test
    void aTicketSpeaksForItsPersonOnlyAsLongAsItSaysSo() {
        says(ApprovalEvent.Refused::new, "mia");
        says(ApprovalEvent.Given::new, "mia", ApprovalFold.TICKET);
        assertThat(standing()).containsExactly("Given mia");
        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REQUESTED);

        says(ApprovalEvent.Withdrawn::new, "mia", ApprovalFold.TICKET);

        assertThat(standing()).containsExactly("Refused mia");
        assertThat(fold.ticketVote()).isEmpty();
        assertThat(fold.state()).isEqualTo(ApprovalFold.State.REFUSED);
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        becomes(ApprovalEvent.Expired::new);
        says(ApprovalEvent.Refused::new, "mia");
        becomes(ApprovalEvent.Voided::new);

        assertThat(fold.state()).isEqualTo(ApprovalFold.State.EXPIRED);
        assertThat(standing()).containsExactly("Refused mia");
    }

    @Test
    void aNewBreakGlassNeedsANewSecondPerson() {
        says(ApprovalEvent.BreakGlassConfirmed::new, "nina");
        assertThat(fold.breakGlass()).isNull();

        says(ApprovalEvent.BreakGlassOpened::new, "mia");
        says(ApprovalEvent.BreakGlassConfirmed::new, "nina");
        says(ApprovalEvent.BreakGlassReviewed::new, "olaf");
        assertThat(fold.breakGlass().reviewed()).isTrue();

        says(ApprovalEvent.BreakGlassOpened::new, "mia");

        assertThat(fold.breakGlass().confirmed()).isNull();
        assertThat(fold.breakGlass().reviewed()).isFalse();
    }

    @Test
    void aReviewIsMissedAfterItsTimeUnlessSomebodyReviewed() {
        says(ApprovalEvent.BreakGlassOpened::new, "mia");
        Instant end = Happened.START.plus(Duration.ofHours(1));
        assertThat(fold.breakGlass().missed(end.plusNanos(1)))
                .as("not confirmed")
                .isFalse();

        says(ApprovalEvent.BreakGlassConfirmed::new, "nina");

        assertThat(fold.breakGlass().missed(end)).isFalse();
        assertThat(fold.breakGlass().missed(end.plusNanos(1))).isTrue();
        says(ApprovalEvent.BreakGlassReviewed::new, "olaf");
        assertThat(fold.breakGlass().missed(end.plusNanos(1))).isFalse();
    }

    @Test
    void aRequestIsNamedByItsEntry() {
        Recorded<ApprovalEvent.Requested> second = happened.next(fold.request().event());

        assertThat(ApprovalFold.of(second).id()).isEqualTo("2");
    }
}
