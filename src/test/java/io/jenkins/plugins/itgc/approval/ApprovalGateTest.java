package io.jenkins.plugins.itgc.approval;

import static io.jenkins.plugins.itgc.approval.Approvals.ASKED;
import static io.jenkins.plugins.itgc.approval.Approvals.DORA;
import static io.jenkins.plugins.itgc.approval.Approvals.MIA;
import static io.jenkins.plugins.itgc.approval.Approvals.NOAH;
import static io.jenkins.plugins.itgc.approval.Approvals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Deputy;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The gate as a build meets it: it asks, waits, listens to tickets, and passes on what stands in the ledger. */
class ApprovalGateTest extends ApprovalsInLedger {
    private LedgerRequests requests;

    @BeforeEach
    void ask() {
        requests = asking("orders#1");
    }

    private LedgerRequests asking(String build) {
        return approvals.requests(
                new LedgerRequests.Asker("orders", build, null, clock.instant(), Starter.nobody()), rules());
    }

    private ApprovalGate gate() {
        return new ApprovalGate(carried.change(), policy, () -> carried, requests);
    }

    private Decision decided() throws InterruptedException {
        return gate().rule(clock).ruling().decision();
    }

    private String request() throws InterruptedException {
        return gate().rule(clock).evidence().request().id();
    }

    @Test
    void asksOnceAndPassesWhenTheQuorumIsComplete() throws Exception {
        assertThat(decided()).isInstanceOf(Decision.Wait.class);
        approvals.vote(by("mia", request()), Vote.Act.GIVE);

        assertThat(decided()).isInstanceOf(Decision.Pass.class);
        assertThat(kinds()).containsExactly("approval.requested", "approval.given");
        assertThat(gate().rule(clock).ruling().gate()).isEqualTo("approval");
        assertThat(gate().subject()).isEqualTo(carried.change());
    }

    @Test
    void aLookAsksNobody() throws Exception {
        assertThat(gate().look(clock).ruling().decision()).isInstanceOf(Decision.Refuse.class);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void listensToItsRequestItsPullRequestsAndItsTickets() throws Exception {
        assertThat(gate().topics()).as("nothing was read yet").isEmpty();
        carried = withTicket("Open", "acc-mia");

        assertThat(decided()).isInstanceOfSatisfying(Decision.Wait.class, wait -> assertThat(wait.wakeOn())
                .containsExactlyInAnyOrder(
                        new Topic("approval:acme/orders@" + "a".repeat(40) + " in production"),
                        new Topic("pr:acme/orders#12"),
                        new Topic("ticket:OPS-7")));
    }

    @Test
    void looksSeldomAgainButOftenWhereATicketMayAnswer() throws Exception {
        assertThat(recheck()).isEqualTo(ASKED.plus(Duration.ofMinutes(10)));

        carried = withTicket("Open", "acc-mia");
        assertThat(recheck()).isEqualTo(ASKED.plus(Duration.ofMinutes(2)));
    }

    private Instant recheck() throws InterruptedException {
        return ((Decision.Wait) decided()).recheckAt();
    }

    @Test
    void looksAgainJustAfterTheRequestExpires() throws Exception {
        decided();
        Instant end = ASKED.plus(policy.limits().waitFor());
        clock.turn(policy.limits().waitFor().minusSeconds(30));

        assertThat(recheck()).isEqualTo(end.plusMillis(1));
        ApprovalEvidence late = gate().gather();
        assertThat(gate().recheckAt(late, end.plusMillis(1))).isAfter(end.plusMillis(1));
        assertThat(gate().recheckAt(late, end.minus(Duration.ofHours(1)))).isEqualTo(end.minus(Duration.ofMinutes(50)));
    }

    @Test
    void aPassRestsOnTheScopeAndTheRequest() throws Exception {
        assertThat(gate().restsOn(gate().gather()))
                .as("before anybody was asked")
                .isEqualTo(Map.of(Ground.ofSentence("acme/orders#12"), "1"));

        String request = request();
        assertThat(gate().restsOn(gate().gather()))
                .isEqualTo(Map.of(Ground.ofSentence("acme/orders#12"), "1", Ground.the(Ground.Part.REQUEST), request));
    }

    @Nested
    class Tickets {
        @Test
        void ofAManagerApproveAndTheLedgerSaysSoOnce() throws Exception {
            carried = withTicket("Open", "acc-mia");
            assertThat(decided()).isInstanceOf(Decision.Wait.class);
            clock.turn(Duration.ofMinutes(5));
            carried = withTicket("Release approved", "acc-mia");

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
            assertThat(decided()).isInstanceOf(Decision.Pass.class);
            assertThat(kinds()).containsExactly("approval.requested", "approval.given");
            Vote vote = gate().gather().votes().get(0);
            assertThat(vote.person()).isEqualTo(MIA);
            assertThat(vote.order()).as("counts from when it was seen").isEqualTo(2);
            assertThat(vote.groups()).contains("managers");
        }

        @Test
        void movedBeforeAnybodyAskedAreNoAnswer() throws Exception {
            carried = withTicket("Release approved", "acc-mia");

            assertThat(decided()).isInstanceOf(Decision.Wait.class);
            assertThat(kinds()).containsExactly("approval.requested");
        }

        @Test
        void movedBackApproveNoMoreAndTheLedgerSaysSo() throws Exception {
            decided();
            clock.turn(Duration.ofMinutes(5));
            carried = withTicket("Release approved", "acc-mia");
            decided();
            carried = withTicket("Open", "acc-mia");

            assertThat(decided()).isInstanceOf(Decision.Wait.class);
            assertThat(kinds()).containsExactly("approval.requested", "approval.given", "approval.withdrawn");
            assertThat(ledger.entries(0, 100).get(2).body()).contains("The tickets do not say so any more.", "\"mia\"");
            assertThat(decided()).isInstanceOf(Decision.Wait.class);
            assertThat(kinds()).hasSize(3);
        }

        @Test
        void movedByAnotherManagerAreAnotherAnswer() throws Exception {
            decided();
            clock.turn(Duration.ofMinutes(5));
            carried = withTicket("Release approved", "acc-mia");
            decided();
            carried = withTicket("Release approved", "acc-noah");

            assertThat(decided()).isInstanceOf(Decision.Pass.class);
            assertThat(kinds()).containsExactly("approval.requested", "approval.given", "approval.given");
            assertThat(ledger.entries(0, 100).get(2).body()).contains("acc-noah");
            assertThat(gate().gather().votes()).extracting(Vote::person).containsExactly(NOAH);
        }
    }

    @Nested
    class BrokenGlass {
        @Test
        void letsPassUntilItsReviewIsMissedWhichIsRecordedOnce() throws Exception {
            String request = request();
            approvals.breakGlass(by("rita", request));
            approvals.confirm(by("mia", request));
            assertThat(decided()).isInstanceOf(Decision.Pass.class);
            assertThat(kinds()).doesNotContain("breakglass.overdue");

            clock.turn(Duration.ofHours(24).plusMillis(1));
            decided();
            decided();

            assertThat(kinds()).containsOnlyOnce("breakglass.overdue");
            assertThat(gate().gather().missedReviews()).containsExactly(carried.subject());
        }

        @Test
        void thatNobodyConfirmedIsNotOverdue() throws Exception {
            approvals.breakGlass(by("rita", request()));

            clock.turn(Duration.ofHours(25));

            assertThat(decided()).isInstanceOf(Decision.Wait.class);
            assertThat(kinds()).doesNotContain("breakglass.overdue");
        }
    }

    @Nested
    class Receipts {
        private Receipt vote(String person, Vote.Act act) throws InterruptedException {
            return approvals.vote(by(person, request()), act);
        }

        @Test
        void sayWhatIsRecorded() throws Exception {
            assertThat(vote("mia", Vote.Act.GIVE).sentence()).isEqualTo("Your approval is recorded.");
            assertThat(vote("mia", Vote.Act.WITHDRAW).sentence()).isEqualTo("Your earlier answer is withdrawn.");
            assertThat(vote("mia", Vote.Act.REFUSE).sentence()).isEqualTo("Your refusal is recorded.");
        }

        @Test
        void sayWhyAnAnswerDoesNotCountAndWhatToDo() throws Exception {
            assertThat(vote("alice", Vote.Act.GIVE).sentence())
                    .startsWith("Not counted: ")
                    .contains("alice", "opened the pull request");
            assertThat(vote("eve", Vote.Act.GIVE).sentence())
                    .contains("eve (jenkins)", "Ask an administrator to add the account to yours.");
            assertThat(vote("dora", Vote.Act.GIVE).sentence()).contains("dora is in none of managers");
        }

        @Test
        void ofStrangersToBreakGlassAreRecordedAndDoNotCount() throws Exception {
            String request = request();

            assertThat(approvals.breakGlass(by("eve", request)).sentence()).contains("No identity entry tells who eve");
            assertThat(approvals.confirm(by("eve", request)).sentence()).contains("No identity entry tells who eve");
            assertThat(approvals.review(by("eve", request)).sentence()).contains("No identity entry tells who eve");
            assertThat(kinds()).filteredOn("approval.not-counted"::equals).hasSize(3);
        }

        @Test
        void neitherConfirmNorReviewByWhoMayDoNothingHere() throws Exception {
            String request = request();
            approvals.breakGlass(by("rita", request));

            assertThat(approvals.confirm(by("dora", request)).sentence())
                    .contains("dora is in none of fire, managers.");
            assertThat(approvals.confirm(by("noah", request)).taken())
                    .as("an approver who may not invoke it himself")
                    .isTrue();
            assertThat(approvals.confirm(by("mia", request)).taken()).as("once").isFalse();
            assertThat(approvals.review(by("dora", request)).sentence()).contains("dora is in none of managers.");
            assertThat(approvals.review(by("alice", request)).sentence()).contains("alice", "opened the pull request");
            assertThat(approvals.review(by("mia", request)).taken()).isTrue();
        }
    }

    @Nested
    class InTheLedger {
        private final TicketState told = new TicketState(
                "jira",
                "OPS-7",
                "Faster",
                "https://jira.example/OPS-7",
                "Release approved",
                new TicketState.Move("Release approved", "acc-mia", true, false, ASKED),
                true);
        private final TicketState untold = new TicketState("jira", "OPS-8", "More", "l", "Open", null, false);

        private RulingBody<ApprovalBody.Policy, ApprovalBody.Evidence> kept(ApprovalEvidence evidence) {
            Change change = carried.change();
            Finding finding = Finding.of("approval.not-requested", "x", null);
            return ApprovalWire.event(
                            new Gate.Judgement<>(
                                    new Ruling(
                                            "approval",
                                            change,
                                            new Decision.Refuse(List.of(finding)),
                                            Explanation.refuse(Message.text("rule"), finding)),
                                    evidence),
                            policy,
                            "orders",
                            Map.of("request", "1:aa"))
                    .body();
        }

        @Test
        void standsEverythingItWasJudgedOn() throws Exception {
            CarriedChange change = new CarriedChange(
                    carried.change(),
                    carried.scope(),
                    carried.pullRequests(),
                    List.of("c0de"),
                    carried.hands(),
                    List.of(told, untold),
                    true);
            BreakGlass glass = new BreakGlass(
                    "s", Approvals.word("rita", "fire", "fire", "a"), Approvals.word("mia", "ok"), NOW, true);
            ApprovalEvidence evidence = new ApprovalEvidence(
                    change,
                    new ApprovalRequest("7", ASKED, NOW, true, Map.of("jira OPS-7", "mark")),
                    new Starter(Account.jenkins("bob"), new Person("bob")),
                    List.of(Approvals.vote(3, Vote.Act.REFUSE, "mia", "managers", "fire")),
                    new People(List.of(new People.Known(MIA, Set.of(Account.jenkins("m")), "m@x"))),
                    glass,
                    List.of("missed"),
                    NOW);

            same(kept(evidence).evidence(), """
                    {"asOf": "2026-10-01T09:30:00Z",
                     "broken": {
                       "confirmed": {"account": {"id": "mia", "system": "jenkins"}, "at": "2026-10-01T09:30:00Z",
                         "groups": [], "person": {"id": "mia"}, "reason": "ok"},
                       "opened": {"account": {"id": "rita", "system": "jenkins"}, "at": "2026-10-01T09:30:00Z",
                         "groups": ["a", "fire"], "person": {"id": "rita"}, "reason": "fire"},
                       "reviewBy": "2026-10-01T09:30:00Z", "reviewed": true, "subject": "s"},
                     "carried": {
                       "change": {
                         "commit": {"sha": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
                         "environment": "production", "pullRequests": [12],
                         "repository": {"name": "orders", "owner": "acme"},
                         "tree": {"sha": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}},
                       "hands": [
                         {"login": "alice", "part": "opened the pull request", "where": "acme/orders#12",
                          "said": {"arguments": ["opened the pull request"], "code": "gate.text"}},
                         {"login": "bob", "part": "committed 3f2a", "where": "acme/orders#12",
                          "said": {"arguments": ["committed 3f2a"], "code": "gate.text"}}],
                       "migration": true,
                       "pullRequests": [
                         {"author": "alice", "link": "https://github.example/12", "number": 12, "title": "Faster"}],
                       "scope": {"parts": {"acme/orders#12": "1"}},
                       "strays": ["c0de"],
                       "tickets": [
                         {"changedSince": true, "key": "OPS-7", "link": "https://jira.example/OPS-7",
                          "move": {"account": "acc-mia", "at": "2026-10-01T09:00:00Z", "human": true,
                            "manager": false, "to": "Release approved"},
                          "status": "Release approved", "title": "Faster", "tracker": "jira"},
                         {"changedSince": false, "key": "OPS-8", "link": "l", "move": null, "status": "Open",
                          "title": "More", "tracker": "jira"}]},
                     "missedReviews": ["missed"],
                     "people": {"known": [
                       {"accounts": [{"id": "mia", "system": "github"}, {"id": "m", "system": "jenkins"}],
                        "email": "m@x", "person": {"id": "mia"}}]},
                     "request": {"askedAt": "2026-10-01T09:00:00Z", "expired": true,
                       "expiresAt": "2026-10-01T09:30:00Z", "id": "7", "ticketMarks": {"jira OPS-7": "mark"}},
                     "starter": {"account": {"id": "bob", "system": "jenkins"}, "person": {"id": "bob"}},
                     "votes": [
                       {"account": {"id": "mia", "system": "jenkins"}, "act": "REFUSE", "at": "2026-10-01T09:00:03Z",
                        "channel": "jenkins", "groups": ["fire", "managers"], "order": 3, "person": {"id": "mia"},
                        "reason": "because"}]}""");
        }

        /** A request is read again at each look, with all that was asked about. */
        @Test
        void whatWasAskedAboutComesBack() {
            CarriedChange change = new CarriedChange(
                    carried.change(),
                    carried.scope(),
                    carried.pullRequests(),
                    List.of("c0de"),
                    carried.hands(),
                    List.of(told, untold),
                    true);
            Starter bob = new Starter(Account.jenkins("bob"), new Person("bob"));
            LedgerRequests asking = approvals.requests(
                    new LedgerRequests.Asker("orders", "orders#1", "https://jenkins.example/1", clock.instant(), bob),
                    rules());

            ApprovalService.RequestStatus status =
                    approvals.status(asking.ask(change).request().id()).orElseThrow();

            assertThat(status.carried()).usingRecursiveComparison().isEqualTo(change);
            assertThat(status.evidence().starter()).isEqualTo(bob);
            assertThat(status.service()).isEqualTo("orders");
            assertThat(status.build()).isEqualTo("orders#1");
            assertThat(status.buildUrl()).isEqualTo("https://jenkins.example/1");
            assertThat(status.evidence().request().ticketMarks())
                    .isEqualTo(Map.of("jira OPS-7", told.mark(), "jira OPS-8", ""));
        }

        @Test
        void standsThePolicyItWasJudgedBy() throws Exception {
            policy = new ApprovalPolicy(
                    Quorum.parse("1 of managers AND 1 of (fire OR dba) when a migration is carried"),
                    List.of(new Group("managers", Set.of(NOAH, MIA), Set.of("y", "x"))),
                    List.of(new Deputy(DORA, MIA, ASKED, NOW)),
                    Set.of("b", "a"),
                    ApprovalPolicy.Limits.DEFAULT,
                    policy.breakGlass());
            same(kept(null).policy(), """
                    {"breakGlass": {"group": "fire", "reviewWithin": "PT24H"},
                     "deputies": [
                       {"absent": {"id": "mia"}, "from": "2026-10-01T09:00:00Z", "person": {"id": "dora"},
                        "until": "2026-10-01T09:30:00Z"}],
                     "groups": [
                       {"authorities": ["x", "y"], "members": [{"id": "mia"}, {"id": "noah"}], "name": "managers"}],
                     "limits": {"escalateAfter": "PT24H", "remindAfter": "PT4H", "validFor": "PT24H",
                       "waitFor": "PT72H"},
                     "quorum": {
                       "alternatives": [[
                         {"groups": ["managers"], "onlyWithMigration": false},
                         {"groups": ["dba", "fire"], "onlyWithMigration": true}]],
                       "text": "1 of managers AND 1 of (fire OR dba) when a migration is carried"},
                     "ticketStatuses": ["a", "b"]}""");
            assertThat(kept(null).evidence()).isNull();
            assertThat(kept(null).service()).isEqualTo("orders");
            assertThat(kept(null).grounds()).isEqualTo(Map.of("request", "1:aa"));
        }

        private static void same(Object kept, String expected) throws Exception {
            assertThat(CanonicalJson.of(kept)).isEqualTo(CanonicalJson.of(new JsonMapper().readTree(expected)));
        }
    }
}
