package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every channel hands its answers in here; who may answer, and what is written of it, is the same for all. */
class ApprovalServiceTest extends ApprovalsInLedger {
    private static final Subject.InEnvironment SUBJECT =
            Subject.InEnvironment.of(Approvals.change(false).change());

    @BeforeEach
    void askTwo() {
        policy = Approvals.policy("2 of managers");
    }

    @Override
    LedgerRequests.Rules rules() {
        if (policy == null) {
            throw new InvalidPolicy("quorum", Message.text("The quorum makes no sense."));
        }
        return super.rules();
    }

    private String requested(CarriedChange change, Starter starter) {
        LedgerRequests.Asker asker = new LedgerRequests.Asker("orders", "orders#1", null, clock.instant(), starter);
        return approvals.requests(asker, rules()).ask(change).request().id();
    }

    private String requested() {
        return requested(Approvals.change(false), Starter.nobody());
    }

    private ApprovalService.RequestStatus standing(String request) {
        return approvals.status(request).orElseThrow();
    }

    @Test
    void anApproversAnswerIsRecordedAndWakesWhoWaits() {
        String request = requested();

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isTrue();

        assertThat(kinds()).containsExactly("approval.requested", "approval.given");
        assertThat(woken).containsExactly(ApprovalGate.topic(SUBJECT.text()));
        assertThat(Tally.of(standing(request).evidence(), policy).approvers()).containsOnlyKeys(Approvals.MIA);
    }

    @Test
    void sayingTheSameAgainWritesNothing() {
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isTrue();

        assertThat(kinds()).containsOnlyOnce("approval.given");
    }

    @Test
    void onePersonUnderTwoAccountsIsOneApprover() {
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);
        approvals.vote(new Answer(request, Account.slack("T1", "Umia"), "slack", ""), Vote.Act.GIVE);

        assertThat(Tally.of(standing(request).evidence(), policy).approvers()).containsOnlyKeys(Approvals.MIA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dora", "eve", "alice", "MIA"})
    void whoMayNotApproveIsRecordedAndDoesNotCount(String user) {
        String request = requested();

        assertThat(approvals.vote(by(user, request), Vote.Act.GIVE).taken()).isFalse();

        assertThat(kinds()).containsExactly("approval.requested", "approval.not-counted");
        assertThat(Tally.of(standing(request).evidence(), policy).approvers()).isEmpty();
    }

    @Test
    void theSlackUserOfAnotherWorkspaceIsSomebodyElse() {
        String request = requested();

        assertThat(approvals
                        .vote(new Answer(request, Account.slack("T2", "Umia"), "slack", ""), Vote.Act.GIVE)
                        .taken())
                .isFalse();
    }

    @Test
    void whoContributedUnderAnotherLoginMayNotApprove() {
        String request = requested(
                Approvals.change(false, new Hand("mia-alt", Message.text("pushed 9e1b"), "acme/orders#12")),
                Starter.nobody());

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isFalse();
        assertThat(approvals.awaits(request, Account.jenkins("mia"))).isFalse();
        assertThat(approvals.awaits(request, Account.jenkins("noah"))).isTrue();
    }

    @Test
    void whoStartedTheBuildMayRefuseItButNotApproveIt() {
        String request = requested(Approvals.change(false), new Starter(Account.jenkins("mia"), new Person("mia")));

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isFalse();
        assertThat(approvals.vote(by("mia", request), Vote.Act.REFUSE).taken()).isTrue();
    }

    @Test
    void anAnswerToARequestThatTheNextOneVoidedDoesNotCount() {
        String first = requested();
        String second = requested(
                new CarriedChange(
                        Approvals.change(false).change(),
                        new Scope(Map.of("acme/orders#12", "another text")),
                        Approvals.change(false).pullRequests(),
                        List.of(),
                        Approvals.change(false).hands(),
                        List.of(),
                        false),
                Starter.nobody());

        assertThat(second).isNotEqualTo(first);
        assertThat(approvals.vote(by("mia", first), Vote.Act.GIVE).taken()).isFalse();
        assertThat(approvals.status(first)).isEmpty();
        assertThat(approvals.vote(by("mia", second), Vote.Act.GIVE).taken()).isTrue();
        assertThat(kinds()).containsSubsequence("approval.requested", "approval.voided", "approval.requested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1 ", "999", "1; drop table entry", "99999999999999999999"})
    void thereIsNoRequestOfAnIdThatNobodyWasGiven(String id) {
        requested();

        assertThat(approvals.vote(by("mia", id), Vote.Act.GIVE).taken()).isFalse();
        assertThat(approvals.status(id)).isEmpty();
        assertThat(kinds()).containsExactly("approval.requested");
    }

    @Test
    void theIdOfAnotherEntryIsNoRequest() {
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);

        assertThat(approvals.vote(by("noah", "2"), Vote.Act.GIVE).taken()).isFalse();
    }

    @Test
    void aRequestExpiresForTheBuildThatAskedAndTakesNoAnswerAfterwards() {
        LedgerRequests.Asker asker =
                new LedgerRequests.Asker("orders", "orders#1", null, clock.instant(), Starter.nobody());
        String request = approvals
                .requests(asker, rules())
                .ask(Approvals.change(false))
                .request()
                .id();
        clock.turn(Duration.ofDays(3).plusMillis(1));

        ApprovalEvidence evidence = approvals.requests(asker, rules()).ask(Approvals.change(false));

        assertThat(evidence.request().id()).isEqualTo(request);
        assertThat(evidence.request().expired()).isTrue();
        assertThat(kinds()).containsExactly("approval.requested", "approval.expired");
        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isFalse();
        assertThat(approvals.awaits(request, Account.jenkins("mia"))).isFalse();
    }

    /** The clock of a controller counts nanoseconds. */
    @Test
    void saysToTheSecondWhenARequestExpired() {
        clock.turn(Duration.ofNanos(123_456_789));
        String request = requested();
        clock.turn(Duration.ofDays(3).plusMillis(1));

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).answer().english())
                .contains("2026-10-04T09:00:00Z");
    }

    @Test
    void aBuildThatBeginsAfterARequestRanOutAsksAnewThoughNobodyHadSeenItExpire() {
        String first = requested();
        approvals.vote(by("mia", first), Vote.Act.GIVE);
        clock.turn(Duration.ofDays(3).plusMillis(1));

        String second = requested();

        assertThat(second).isNotEqualTo(first);
        assertThat(kinds())
                .containsExactly("approval.requested", "approval.given", "approval.expired", "approval.requested");
        assertThat(Tally.of(standing(second).evidence(), policy).approvers()).isEmpty();
    }

    @Test
    void aVoteMayBeWithdrawnUntilTheDeployBegins() {
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);
        assertThat(approvals.vote(by("noah", request), Vote.Act.WITHDRAW).taken())
                .isFalse();
        assertThat(approvals.vote(by("mia", request), Vote.Act.WITHDRAW).taken())
                .isTrue();
        approvals.vote(by("mia", request), Vote.Act.GIVE);

        started();

        assertThat(approvals.vote(by("mia", request), Vote.Act.WITHDRAW).taken())
                .isFalse();
        assertThat(approvals.vote(by("noah", request), Vote.Act.REFUSE).taken()).isFalse();
    }

    @Test
    void anApprovalThatBecameTooOldMayBeGivenOnceMore() {
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);
        clock.turn(Duration.ofDays(1).plusSeconds(1));
        assertThat(Tally.of(standing(request).evidence(), policy).approvers()).isEmpty();

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).sentence())
                .isEqualTo("Your approval is recorded.");

        assertThat(Tally.of(standing(request).evidence(), policy).approvers()).containsOnlyKeys(Approvals.MIA);
    }

    @Test
    void theDeployOfAnotherCommitKeepsNobodyFromRefusing() {
        String request = requested();
        started("c".repeat(40));

        assertThat(approvals.vote(by("noah", request), Vote.Act.REFUSE).taken()).isTrue();
    }

    @Test
    void nobodyAnswersAfterTheTimeThoughNobodyHasSeenItExpire() {
        String request = requested();
        clock.turn(Duration.ofDays(3).plusMillis(1));

        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isFalse();
        assertThat(kinds()).containsExactly("approval.requested", "approval.not-counted");
    }

    @Test
    void whoApprovedInTimeMayTakeItBackAfterTheTime() {
        policy = Approvals.policy("1 of managers");
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);
        approvals.completed(Approvals.change(false).change(), "orders#1", Set.of("mia"));
        clock.turn(Duration.ofDays(3).plusMillis(1));

        assertThat(approvals.vote(by("noah", request), Vote.Act.REFUSE).taken()).isTrue();
        assertThat(approvals.vote(by("mia", request), Vote.Act.WITHDRAW).taken())
                .isTrue();
        assertThat(approvals.vote(by("mia", request), Vote.Act.GIVE).taken()).isFalse();
    }

    @Test
    void whatWasCompleteIsPendingAgainWhenAnApproverTakesItBack() {
        policy = Approvals.policy("1 of managers");
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);
        approvals.completed(Approvals.change(false).change(), "orders#1", Set.of("mia"));
        assertThat(approvals.awaits(request, Account.jenkins("noah"))).isFalse();

        approvals.vote(by("mia", request), Vote.Act.WITHDRAW);

        assertThat(standing(request).completed()).isFalse();
        assertThat(approvals.awaits(request, Account.jenkins("noah"))).isTrue();
    }

    @Test
    void breakGlassThatWasConfirmedIsNotInvokedAgainUnderItsReview() {
        String request = requested();
        approvals.breakGlass(by("rita", request));
        approvals.confirm(by("mia", request));

        assertThat(approvals.breakGlass(by("rita", request)).taken()).isFalse();
        assertThat(approvals.review(by("noah", request)).taken()).isTrue();
    }

    @Test
    void aRequestThatNobodyCanJudgeAnyMoreHasNoStatus() {
        String request = requested();
        policy = null;

        assertThat(approvals.status(request)).isEmpty();
        assertThat(approvals.awaits(request, Account.jenkins("mia"))).isFalse();
    }

    private void started() {
        started("a".repeat(40));
    }

    private void started(String commit) {
        DeploymentBody body = new DeploymentBody(
                "9",
                "orders",
                "production",
                "acme/orders",
                commit,
                null,
                null,
                false,
                "orders#1",
                "7",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        new EventLog(ledger)
                .append(new DeployEvent.Started(new Subject.OfTarget("orders", "production"), body), Actor.jenkins());
    }

    @Test
    void breakGlassNeedsAReasonASecondPersonAndAReviewByAThird() {
        String request = requested(Approvals.change(false), Starter.nobody());
        Answer silent = new Answer(request, Account.jenkins("rita"), "jenkins", "  ");

        assertThat(approvals.breakGlass(silent).taken()).isFalse();
        assertThat(approvals.breakGlass(by("noah", request)).taken()).isFalse();
        assertThat(approvals.confirm(by("mia", request)).taken()).isFalse();
        assertThat(approvals.breakGlass(by("rita", request)).taken()).isTrue();
        assertThat(approvals.confirm(by("rita", request)).taken()).isFalse();
        assertThat(approvals.confirm(by("bob", request)).taken())
                .as("a contributor")
                .isFalse();
        assertThat(approvals.review(by("noah", request)).taken())
                .as("before it is confirmed")
                .isFalse();
        assertThat(approvals.confirm(by("mia", request)).taken()).isTrue();
        assertThat(approvals.review(by("mia", request)).taken())
                .as("who confirmed")
                .isFalse();
        assertThat(approvals.review(by("rita", request)).taken())
                .as("who opened")
                .isFalse();
        assertThat(approvals.review(by("noah", request)).taken()).isTrue();
        assertThat(approvals.review(by("noah", request)).taken()).as("once").isFalse();
        assertThat(kinds()).containsSubsequence("breakglass.opened", "breakglass.confirmed", "breakglass.reviewed");
    }

    @Test
    void withoutRulesThatMakeSenseNothingCounts() {
        String request = requested();
        policy = null;

        Receipt receipt = approvals.vote(by("mia", request), Vote.Act.GIVE);

        assertThat(receipt.taken()).isFalse();
        assertThat(receipt.sentence()).contains("The quorum makes no sense.");
        assertThat(kinds()).containsExactly("approval.requested");
    }

    @Test
    void thatTheQuorumIsCompleteIsRecordedOnce() {
        String request = requested();
        approvals.vote(by("mia", request), Vote.Act.GIVE);
        approvals.vote(by("noah", request), Vote.Act.GIVE);

        approvals.completed(Approvals.change(false).change(), "orders#1", Set.of("mia", "noah"));
        approvals.completed(Approvals.change(false).change(), "orders#1", Set.of("mia", "noah"));

        assertThat(kinds()).containsOnlyOnce("approval.completed");
        assertThat(standing(request).completed()).isTrue();
    }

    @Test
    void readingARequestWritesNothing() {
        LedgerRequests.Asker asker =
                new LedgerRequests.Asker("orders", "orders#1", null, clock.instant(), Starter.nobody());
        LedgerRequests requests = approvals.requests(asker, rules());

        requests.read(Approvals.change(false));
        String request = requested();
        clock.turn(Duration.ofDays(4));
        requests.read(Approvals.change(true));

        assertThat(kinds()).containsExactly("approval.requested");
        assertThat(approvals.status(request)).isPresent();
    }
}
