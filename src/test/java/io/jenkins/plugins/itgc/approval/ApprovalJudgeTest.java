package io.jenkins.plugins.itgc.approval;

import static io.jenkins.plugins.itgc.approval.Approvals.NOW;
import static io.jenkins.plugins.itgc.approval.Approvals.broken;
import static io.jenkins.plugins.itgc.approval.Approvals.change;
import static io.jenkins.plugins.itgc.approval.Approvals.evidence;
import static io.jenkins.plugins.itgc.approval.Approvals.given;
import static io.jenkins.plugins.itgc.approval.Approvals.policy;
import static io.jenkins.plugins.itgc.approval.Approvals.vote;
import static io.jenkins.plugins.itgc.approval.Approvals.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Deputy;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may approve what, and what stands in the way. */
class ApprovalJudgeTest {
    private static final ApprovalPolicy ONE = policy("1 of managers");

    private static void passes(ApprovalPolicy policy, ApprovalEvidence evidence) {
        assertThat(new ApprovalJudge(policy).judge(evidence).outcome()).isEqualTo(Outcome.PASS);
    }

    private static void waits(ApprovalPolicy policy, ApprovalEvidence evidence, String... codes) {
        is(Outcome.WAIT, policy, evidence, codes);
    }

    private static void refuses(ApprovalPolicy policy, ApprovalEvidence evidence, String... codes) {
        is(Outcome.REFUSE, policy, evidence, codes);
    }

    private static void is(Outcome outcome, ApprovalPolicy policy, ApprovalEvidence evidence, String... codes) {
        Explanation explanation = new ApprovalJudge(policy).judge(evidence);
        assertThat(explanation.outcome()).isEqualTo(outcome);
        assertThat(explanation.allFindings()).extracting(Finding::code).satisfies(found -> assertThat(
                        found.containsAll(List.of(codes)))
                .isTrue());
    }

    @Test
    void passesWhenAManagerApproves() {
        passes(ONE, evidence(given(1, "mia", "managers")));
    }

    /** The last look before a deploy may find that nobody was asked about what is there now. */
    @Test
    void refusesWhatNobodyWasAskedAbout() {
        ApprovalEvidence nobody = new ApprovalEvidence(
                change(false),
                null,
                Starter.nobody(),
                List.of(given(1, "mia", "managers")),
                Approvals.people(),
                null,
                List.of(),
                Approvals.NOW);

        refuses(ONE, nobody, "approval.not-requested");
    }

    @Test
    void waitsWhileNobodyAnswers() {
        waits(ONE, evidence(), "approval.missing");
    }

    @Test
    void doesNotCountSomebodyInNoGroup() {
        waits(ONE, evidence(given(1, "rita")), "approval.not-in-group");
    }

    @Test
    void doesNotCountTheAuthorThoughAManager() {
        waits(ONE, evidence(given(1, "alice", "managers")), "approval.contributor");
    }

    @Test
    void doesNotCountACommitterWhoIsKnownByAnotherLogin() {
        CarriedChange change = change(false, new Hand("Mia-Alt", Message.text("committed 9d1e"), "acme/orders#12"));
        waits(ONE, evidence(change, given(1, "mia", "managers")), "approval.contributor");
    }

    @Test
    void doesNotCountWhoStartedTheBuild() {
        Starter mia = new Starter(Account.jenkins("mia"), Approvals.MIA);
        waits(ONE, Approvals.startedBy(mia, given(1, "mia", "managers")), "approval.starter");
        passes(ONE, Approvals.startedBy(mia, given(1, "noah", "managers")));
    }

    @Test
    void refusesWhileNobodyKnowsWhoStartedTheBuild() {
        Starter stranger = new Starter(Account.jenkins("stranger"), null);
        refuses(ONE, Approvals.startedBy(stranger, given(1, "mia", "managers")), "approval.starter-unknown");
    }

    @Test
    void refusesAChangeOfWhichSomebodyUnknownWroteAPart() {
        CarriedChange change =
                change(false, new Hand(null, Message.text("Commit 9d1e names nobody."), "acme/orders#12"));
        refuses(ONE, evidence(change, given(1, "mia", "managers")), "approval.unattributed");
    }

    @Test
    void countsOnePersonOnce() {
        waits(policy("2 of managers"), evidence(given(1, "mia", "managers"), given(2, "mia", "managers")));
        passes(policy("2 of managers"), evidence(given(1, "mia", "managers"), given(2, "noah", "managers")));
    }

    @Test
    void asksForADatabasePersonOnlyWithAMigration() {
        ApprovalPolicy policy = policy("1 of managers AND 1 of (dba OR sre) when a migration is carried");
        passes(policy, evidence(change(false), given(1, "mia", "managers")));
        waits(policy, evidence(change(true), given(1, "mia", "managers")));
        passes(policy, evidence(change(true), given(1, "mia", "managers"), given(2, "dora", "dba")));
    }

    @Test
    void onePersonFillsOneSeat() {
        ApprovalPolicy policy = policy("1 of managers AND 1 of dba");
        waits(policy, evidence(given(1, "mia", "managers", "dba")));
        passes(policy, evidence(given(1, "mia", "managers", "dba"), given(2, "noah", "managers")));
    }

    @Test
    void aRefusalStandsUntilItIsWithdrawn() {
        Vote noah = vote(2, Vote.Act.REFUSE, "noah", "managers");
        refuses(ONE, evidence(given(1, "mia", "managers"), noah), "approval.refused");
        passes(ONE, evidence(given(1, "mia", "managers"), noah, vote(3, Vote.Act.WITHDRAW, "noah", "managers")));
    }

    @Test
    void aRefusalOfSomebodyWithNoSayChangesNothing() {
        passes(ONE, evidence(given(1, "mia", "managers"), vote(2, Vote.Act.REFUSE, "rita", "fire")));
    }

    @Test
    void whatWasWithdrawnDoesNotCount() {
        waits(ONE, evidence(given(1, "mia", "managers"), vote(2, Vote.Act.WITHDRAW, "mia", "managers")));
    }

    @Test
    void aVoteGrowsTooOld() {
        Vote mia = given(1, "mia", "managers");
        passes(ONE, Approvals.asOf(mia.at().plus(Duration.ofHours(24)), mia));
        waits(ONE, Approvals.asOf(mia.at().plus(Duration.ofHours(24)).plusMillis(1), mia), "approval.too-old");
    }

    @Test
    void peopleOfOneGroupDoNotTakeTheSeatOfAnother() {
        ApprovalPolicy both = policy("1 of managers and 1 of dba");
        Vote mia = given(1, "mia", "managers");
        waits(both, evidence(mia, given(2, "noah", "managers")), "approval.missing");
        passes(both, evidence(mia, given(2, "dora", "dba")));
    }

    @Test
    void anyAlternativeIsEnough() {
        passes(policy("1 of dba or 1 of managers"), evidence(given(1, "mia", "managers")));
        passes(policy("1 of managers or 1 of dba"), evidence(given(1, "mia", "managers")));
    }

    @Test
    void theGlassIsBrokenByNobodyWhereNoGroupMay() {
        ApprovalPolicy never = new ApprovalPolicy(
                ONE.quorum(),
                ONE.groups(),
                List.of(),
                ONE.ticketStatuses(),
                ONE.limits(),
                new BreakGlassPolicy(" ", Duration.ofHours(24)));
        BreakGlass broken = new BreakGlass(
                "s", word("bob", "the shop is down", ""), word("rita", "seen it", ""), NOW.plusSeconds(60), false);

        refuses(never, broken(broken), "approval.break-glass-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT1S, PT0S", "PT-1S, PT1S"})
    void aRequestWaitsAndAnAnswerCountsForSomeTime(Duration waitFor, Duration validFor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalPolicy.Limits(waitFor, validFor, Duration.ZERO, Duration.ZERO));
        assertThat(new ApprovalPolicy.Limits(Duration.ofNanos(1), Duration.ofNanos(1), Duration.ZERO, Duration.ZERO))
                .isNotNull();
    }

    @Test
    void itIsLateAfterTheRequestExpiredAndNotBefore() {
        ApprovalRequest request = Approvals.request();
        assertThat(request.late(request.expiresAt())).isFalse();
        assertThat(request.late(request.expiresAt().plusMillis(1))).isTrue();
        assertThat(new ApprovalRequest("7", NOW, null, false, java.util.Map.of()).late(NOW))
                .isFalse();
        assertThat(new ApprovalRequest("7", NOW, null, true, java.util.Map.of()).late(NOW))
                .isTrue();
    }

    @Test
    void aRequestExpires() {
        refuses(ONE, Approvals.asOf(Approvals.request().expiresAt().plusMillis(1)), "approval.expired");
    }

    @Test
    void aRequestExpiresUnlessTheGlassWasBrokenAsItMayBe() {
        BreakGlass.Word bob = word("bob", "the shop is down", "fire");
        BreakGlass broken = new BreakGlass("s", bob, word("rita", "seen it", "fire"), NOW.plusSeconds(60), false);
        BreakGlass half = new BreakGlass("s", bob, null, null, false);

        assertThat(expires(null)).isTrue();
        assertThat(expires(half)).isTrue();
        assertThat(expires(broken)).isFalse();
    }

    private static boolean expires(BreakGlass glass) {
        return new ApprovalJudge(ONE)
                .expires(new ApprovalEvidence(
                        change(false),
                        Approvals.request(),
                        Starter.nobody(),
                        List.of(),
                        Approvals.people(),
                        glass,
                        List.of(),
                        Approvals.request().expiresAt().plusMillis(1)));
    }

    @Test
    void ofTwoAnswersAtTheSamePlaceTheOneThatStopsCounts() {
        Vote yes = given(1, "mia", "managers");
        refuses(ONE, evidence(yes, vote(1, Vote.Act.REFUSE, "mia", "managers")), "approval.refused");
        refuses(ONE, evidence(vote(1, Vote.Act.REFUSE, "mia", "managers"), yes), "approval.refused");
        waits(ONE, evidence(vote(1, Vote.Act.WITHDRAW, "mia", "managers"), yes), "approval.missing");
    }

    @Test
    void breakingTheGlassNeedsTheRoleAReasonAndASecondPerson() {
        BreakGlass.Word bob = word("bob", "the shop is down", "fire");
        BreakGlass.Word rita = word("rita", "seen it", "fire");
        passes(ONE, broken(new BreakGlass("s", bob, rita, NOW.plusSeconds(60), false)));
        waits(ONE, broken(new BreakGlass("s", bob, null, null, false)), "approval.break-glass-unconfirmed");
        waits(ONE, broken(new BreakGlass("s", bob, bob, NOW, false)), "approval.break-glass-unconfirmed");
        BreakGlass.Word alice = word("alice", "seen it", "fire", "managers");
        waits(ONE, broken(new BreakGlass("s", bob, alice, NOW, false)), "approval.break-glass-unconfirmed");
        BreakGlass.Word outsider = word("dora", "seen it", "dba");
        waits(ONE, broken(new BreakGlass("s", bob, outsider, NOW, false)), "approval.break-glass-unconfirmed");
        BreakGlass.Word silent = word("bob", " ", "fire");
        refuses(ONE, broken(new BreakGlass("s", silent, rita, NOW, false)), "approval.break-glass-not-allowed");
        BreakGlass.Word dora = word("dora", "please", "dba");
        refuses(ONE, broken(new BreakGlass("s", dora, rita, NOW, false)), "approval.break-glass-not-allowed");
    }

    @Test
    void aBreakGlassDeployNobodyReviewedHoldsTheNextDeployUp() {
        ApprovalEvidence late = new ApprovalEvidence(
                change(false),
                Approvals.request(),
                Starter.nobody(),
                List.of(given(1, "mia", "managers")),
                Approvals.people(),
                null,
                List.of("acme/orders@f in production"),
                NOW);
        refuses(ONE, late, "approval.review-overdue");
    }

    @Test
    void saysWhatIsMissingAndWhoCouldGiveIt() {
        Missing missing = Missing.of(evidence(change(true)), policy("1 of managers AND 1 of dba when migration"));
        assertThat(missing.sentence()).isEqualTo("1 of managers (mia, noah) and 1 of dba (dora)");
        ApprovalEvidence more = evidence(change(true)).with(given(9, "mia", "managers"));
        assertThat(Missing.of(more, policy("1 of managers AND 1 of dba when migration"))
                        .sentence())
                .isEqualTo("1 of dba (dora)");
    }

    @Test
    void aDeputyAnswersWhileTheyAreDeputy() {
        ApprovalPolicy base = policy("1 of managers");
        Deputy rita = new Deputy(new Person("rita"), Approvals.MIA, NOW, NOW.plusSeconds(10));
        ApprovalPolicy policy = new ApprovalPolicy(
                base.quorum(), base.groups(), List.of(rita), base.ticketStatuses(), base.limits(), base.breakGlass());
        assertThat(policy.groupsOf(new Person("rita"), java.util.Set.of(), NOW)).contains("managers", "fire");
        assertThat(policy.groupsOf(new Person("rita"), java.util.Set.of(), NOW.minusMillis(1)))
                .containsExactly("fire");
        assertThat(policy.groupsOf(new Person("rita"), java.util.Set.of(), NOW.plusSeconds(10)))
                .containsExactly("fire");
        assertThat(policy.membersOf("managers", NOW)).contains(new Person("rita"));
    }
}
