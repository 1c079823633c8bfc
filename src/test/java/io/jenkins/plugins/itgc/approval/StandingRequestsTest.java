package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.projection.Approvals.Request;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request wants is the same for the gate that waits for it and for every page that lists it. */
class StandingRequestsTest {
    private static final io.jenkins.plugins.itgc.ledger.projection.Scope ALL =
            io.jenkins.plugins.itgc.ledger.projection.Scope.ALL;

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock(Approvals.ASKED);
    private Ledger ledger;
    private Projection projection;
    private ApprovalService approvals;
    private ApprovalPolicy policy = Approvals.policy("1 of managers");
    private CarriedChange carried = Approvals.change(false);

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        projection = Projection.open(folder.resolve("projection.db"), ledger::entries);
        approvals = new ApprovalService(
                new ApprovalBook(ledger, appended -> {}), environment -> rules(), topic -> {}, clock);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private LedgerRequests.Rules rules() {
        return new LedgerRequests.Rules(policy, Approvals.people(), Authorities.NONE, Map.of("jira", "managers"));
    }

    /** A build that asks, as often as it is looked at. */
    private final class Build {
        private final String name;
        private final LedgerRequests requests;

        Build(String name, Starter starter) {
            this.name = name;
            this.requests = approvals.requests(
                    new LedgerRequests.Asker("orders", name, null, clock.instant(), starter), rules());
        }

        ApprovalGate gate() {
            return new ApprovalGate(carried.change(), policy, () -> carried, requests);
        }

        /** Judges, and records a complete quorum, as the step does. */
        Decision decides() throws InterruptedException {
            var judged = gate().rule(clock);
            if (judged.ruling().decision() instanceof Decision.Pass) {
                approvals.completed(
                        judged.ruling().change(),
                        name,
                        Set.copyOf(Tally.of(judged.evidence(), policy).approvers().keySet().stream()
                                .map(Person::id)
                                .toList()));
            }
            return judged.ruling().decision();
        }

        String request() throws InterruptedException {
            return gate().rule(clock).evidence().request().id();
        }
    }

    private Build build(int number) {
        return new Build("orders#" + number, Starter.nobody());
    }

    private Build build(int number, Person starter) {
        return new Build("orders#" + number, new Starter(Account.jenkins(starter.id()), starter));
    }

    private static Answer by(Person person, String request) {
        return new Answer(request, Account.jenkins(person.id()), "jenkins", "because");
    }

    private boolean answers(Person person, String request, Vote.Act act) {
        return approvals.vote(by(person, request), act).taken();
    }

    private List<String> listed() {
        projection.catchUp();
        return projection.approvals().open(ALL, clock.instant()).stream()
                .map(Request::id)
                .toList();
    }

    private String state(String request) {
        projection.catchUp();
        return projection.approvals().byId(request, ALL).orElseThrow().state();
    }

    private boolean awaits(String request, Person person) {
        return approvals.awaits(request, Account.jenkins(person.id()));
    }

    private List<String> kinds() {
        return ledger.entries(0, 1000).stream().map(Entry::kind).toList();
    }

    @Nested
    class WantsAnAnswerAgain {
        @Test
        void whenTheNextBuildFindsTheApprovalTooOld() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            assertThat(build(1).decides()).isInstanceOf(Decision.Pass.class);
            assertThat(listed()).isEmpty();

            clock.turn(policy.limits().validFor().plusHours(1));
            Build second = build(2);
            assertThat(second.decides()).isInstanceOf(Decision.Wait.class);

            assertThat(state(request)).isEqualTo("requested");
            assertThat(listed()).containsExactly(request);
            assertThat(awaits(request, Approvals.NOAH)).isTrue();
            assertThat(approvals.status(request).orElseThrow().build()).isEqualTo("orders#2");
        }

        @Test
        void whenWhoApprovedStartsTheNextBuild() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            build(1).decides();

            assertThat(build(2, Approvals.MIA).decides()).isInstanceOf(Decision.Wait.class);

            assertThat(listed()).containsExactly(request);
            assertThat(awaits(request, Approvals.NOAH)).isTrue();
            assertThat(awaits(request, Approvals.MIA)).isFalse();
        }

        @Test
        void whenWhoRefusedHasNoSayAnyMore() throws Exception {
            Build build = build(1);
            String request = build.request();
            answers(Approvals.MIA, request, Vote.Act.REFUSE);
            assertThat(build.decides()).isInstanceOf(Decision.Refuse.class);
            assertThat(state(request)).isEqualTo("refused");

            policy = without(Approvals.MIA);
            assertThat(build(2).decides()).isInstanceOf(Decision.Wait.class);

            assertThat(state(request)).isEqualTo("requested");
            assertThat(listed()).containsExactly(request);
        }

        private ApprovalPolicy without(Person person) {
            List<Group> groups = policy.groups().stream()
                    .map(group -> new Group(
                            group.name(),
                            Set.copyOf(group.members().stream()
                                    .filter(member -> !member.equals(person))
                                    .toList()),
                            group.authorities()))
                    .toList();
            return new ApprovalPolicy(
                    policy.quorum(),
                    groups,
                    policy.deputies(),
                    policy.ticketStatuses(),
                    policy.limits(),
                    policy.breakGlass());
        }

        @Test
        void andStaysRefusedForTheNextBuildWhileTheRefusalStands() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.REFUSE);

            assertThat(build(2).decides()).isInstanceOf(Decision.Refuse.class);

            assertThat(state(request)).isEqualTo("refused");
            assertThat(listed()).isEmpty();
        }

        /** Two builds that wait for the same take turns at looking, and the ledger does not grow by it. */
        @Test
        void onceForEachBuildThatWaits() throws Exception {
            Build one = build(1);
            Build two = build(2);
            for (int look = 0; look < 3; look++) {
                one.decides();
                two.decides();
            }

            assertThat(kinds()).containsExactly("approval.requested", "approval.asked-again");
        }
    }

    @Nested
    class IsComplete {
        @Test
        void thoughSomebodyWhoWasNotNeededTakesItBack() throws Exception {
            Build build = build(1);
            String request = build.request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            answers(Approvals.NOAH, request, Vote.Act.GIVE);
            build.decides();

            answers(Approvals.NOAH, request, Vote.Act.WITHDRAW);

            assertThat(state(request)).isEqualTo("completed");
            assertThat(listed()).isEmpty();
            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void againWhenWhoRefusedApprovesAfterAll() throws Exception {
            Build build = build(1);
            String request = build.request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            build.decides();
            answers(Approvals.MIA, request, Vote.Act.REFUSE);
            assertThat(state(request)).isEqualTo("refused");

            answers(Approvals.MIA, request, Vote.Act.GIVE);

            assertThat(state(request)).isEqualTo("completed");
        }

        @Test
        void notWhenSomebodyRefusesBeforeThatIsRecorded() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            answers(Approvals.NOAH, request, Vote.Act.REFUSE);

            approvals.completed(carried.change(), "orders#1", Set.of("mia"));

            assertThat(kinds()).doesNotContain("approval.completed");
            assertThat(state(request)).isEqualTo("refused");
        }

        @Test
        void notWhenTheApproverTakesItBackBeforeThatIsRecorded() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            answers(Approvals.MIA, request, Vote.Act.WITHDRAW);

            approvals.completed(carried.change(), "orders#1", Set.of("mia"));

            assertThat(kinds()).doesNotContain("approval.completed");
            assertThat(listed()).containsExactly(request);
        }

        @Test
        void notByNobodysApproval() throws Exception {
            String request = build(1).request();

            approvals.completed(carried.change(), "orders#1", Set.of());

            assertThat(kinds()).doesNotContain("approval.completed");
            assertThat(listed()).containsExactly(request);
        }

        /** What else keeps a build from passing is nothing that an answer could mend. */
        @Test
        void thoughABuildOfSomebodyUnknownIsRefused() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            build(1).decides();
            Build stranger = new Build("orders#2", new Starter(Account.jenkins("ghost"), null));

            assertThat(stranger.decides()).isInstanceOf(Decision.Refuse.class);

            assertThat(state(request)).isEqualTo("completed");
            assertThat(listed()).isEmpty();
        }

        @Test
        void byBreakGlassThoughSomebodyRefused() throws Exception {
            Build build = build(1);
            String request = build.request();
            answers(Approvals.NOAH, request, Vote.Act.REFUSE);
            approvals.breakGlass(by(new Person("rita"), request));
            approvals.confirm(by(Approvals.MIA, request));

            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);

            assertThat(state(request)).isEqualTo("completed");
        }
    }

    @Nested
    class AfterItsTime {
        private CarriedChange withTicket(String status, String account) {
            TicketState.Move move = new TicketState.Move(status, account, true, true, clock.instant());
            return new CarriedChange(
                    carried.change(),
                    carried.scope(),
                    carried.pullRequests(),
                    carried.strays(),
                    carried.hands(),
                    List.of(new TicketState(
                            "jira", "OPS-7", "Faster", "https://jira.example/OPS-7", status, move, false)),
                    false);
        }

        @Test
        void aMovedTicketApprovesNothing() throws Exception {
            carried = withTicket("Open", "acc-mia");
            Build build = build(1);
            build.decides();
            clock.turn(policy.limits().waitFor().plusDays(10));
            carried = withTicket("Release approved", "acc-mia");

            assertThat(build.decides()).isNotInstanceOf(Decision.Pass.class);
            assertThat(build.gate().look(clock).ruling().decision()).isNotInstanceOf(Decision.Pass.class);
            assertThat(kinds()).doesNotContain("approval.given", "approval.completed");
        }

        @Test
        void anotherManagersMoveTakesThePlaceOfNoEarlierOne() throws Exception {
            carried = withTicket("Open", "acc-mia");
            Build build = build(1);
            build.decides();
            carried = withTicket("Release approved", "acc-mia");
            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
            clock.turn(policy.limits().waitFor().plusHours(1));
            carried = withTicket("Release approved", "acc-noah");

            assertThat(build.gate().look(clock).ruling().decision()).isNotInstanceOf(Decision.Pass.class);
            assertThat(build.decides()).isNotInstanceOf(Decision.Pass.class);
        }

        @Test
        void anApprovalThatStandsInTheLedgerForLaterDoesNotCount() throws Exception {
            Build build = build(1);
            build.request();
            ApprovalEvidence evidence = build.gate().gather();
            Instant end = evidence.request().expiresAt();
            Vote late = new Vote(
                    9,
                    Vote.Act.GIVE,
                    Approvals.MIA,
                    Account.jenkins("mia"),
                    "jenkins",
                    Set.of("managers"),
                    "",
                    end.plusMillis(1));

            Tally tally = Tally.of(evidence.with(late), policy);

            assertThat(tally.approvers()).isEmpty();
            assertThat(tally.notCounted()).extracting(Finding::code).containsExactly("approval.too-late");
        }

        /** What was complete and became too old expires like any other request, and the next build asks anew. */
        @Test
        void theNextBuildAsksAnewThoughItHadBeenComplete() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            build(1).decides();
            clock.turn(policy.limits().waitFor().plusHours(8));

            Build second = build(2);
            assertThat(second.decides()).isInstanceOf(Decision.Wait.class);
            second.decides();

            assertThat(kinds()).containsOnlyOnce("approval.expired");
            assertThat(listed()).hasSize(1).doesNotContain(request);
            assertThat(answers(Approvals.NOAH, listed().get(0), Vote.Act.GIVE)).isTrue();
            assertThat(second.decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void itIsListedNoMoreThoughNobodySawItExpire() throws Exception {
            for (int i = 0; i < 201; i++) {
                carried = ofCommit(i);
                build(i).decides();
            }
            clock.turn(Duration.ofDays(30));
            carried = ofCommit(999);
            String newest = build(999).request();

            assertThat(listed()).containsExactly(newest);
        }

        private CarriedChange ofCommit(int number) {
            CarriedChange plain = Approvals.change(false);
            return new CarriedChange(
                    io.jenkins.plugins.itgc.gate.Change.ofProduction(
                            plain.change().repository(),
                            new io.jenkins.plugins.itgc.gate.CommitId(String.format("%040x", number)),
                            plain.change().tree(),
                            List.of(12),
                            "production"),
                    plain.scope(),
                    plain.pullRequests(),
                    plain.strays(),
                    plain.hands(),
                    plain.tickets(),
                    false);
        }
    }

    @Nested
    class OfSeveralBuilds {
        /** For one of the builds each of them is somebody else's. */
        @Test
        void takesTheApprovalOfWhoStartedAnotherBuild() throws Exception {
            String request = build(1, Approvals.MIA).request();
            Build second = build(2, Approvals.NOAH);
            second.decides();

            assertThat(answers(Approvals.MIA, request, Vote.Act.GIVE)).isTrue();

            assertThat(second.decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void takesNoneOfWhoStartedThemAll() throws Exception {
            String request = build(1, Approvals.MIA).request();
            build(2, Approvals.MIA).decides();

            assertThat(answers(Approvals.MIA, request, Vote.Act.GIVE)).isFalse();
        }
    }

    /** An earlier deploy may take some of the tickets that this one carries. */
    @Nested
    class ByTickets {
        private final TicketState.Move move =
                new TicketState.Move("Release approved", "acc-mia", true, true, Approvals.ASKED.plusSeconds(60));

        private TicketState ticket(String key, TicketState.Move moved) {
            return new TicketState("jira", key, "Faster", "https://jira.example/" + key, moved.to(), moved, false);
        }

        private CarriedChange with(TicketState... tickets) {
            CarriedChange plain = Approvals.change(false);
            return new CarriedChange(
                    plain.change(),
                    plain.scope(),
                    plain.pullRequests(),
                    plain.strays(),
                    plain.hands(),
                    List.of(tickets),
                    false);
        }

        private Build approved() throws InterruptedException {
            TicketState.Move open = new TicketState.Move("Open", "acc-mia", true, true, Approvals.ASKED);
            carried = with(ticket("OPS-6", open), ticket("OPS-7", open));
            Build build = build(1);
            build.decides();
            clock.turn(Duration.ofMinutes(2));
            carried = with(ticket("OPS-6", move), ticket("OPS-7", move));
            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
            return build;
        }

        @Test
        void stillApprovesWhatIsLeft() throws Exception {
            Build build = approved();
            carried = with(ticket("OPS-7", move));

            assertThat(build.gate().look(clock).ruling().decision()).isInstanceOf(Decision.Pass.class);
            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
            assertThat(kinds()).containsOnlyOnce("approval.given");
        }

        @Test
        void growsNoYoungerByFewerTickets() throws Exception {
            approved();
            clock.turn(policy.limits().validFor().plusHours(1));
            carried = with(ticket("OPS-7", move));

            assertThat(build(2).decides()).isInstanceOf(Decision.Wait.class);
            assertThat(kinds()).containsOnlyOnce("approval.given");
        }

        @Test
        void isGivenAnewWhenTheManagerMovesThemAgain() throws Exception {
            approved();
            clock.turn(policy.limits().validFor().plusHours(1));
            TicketState.Move anew = new TicketState.Move("Release approved", "acc-mia", true, true, clock.instant());
            carried = with(ticket("OPS-6", anew), ticket("OPS-7", anew));

            assertThat(build(2).decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void isKnownToWhoAsksWithoutTheTickets() throws Exception {
            policy = Approvals.policy("2 of managers");
            TicketState.Move open = new TicketState.Move("Open", "acc-mia", true, true, Approvals.ASKED);
            carried = with(ticket("OPS-7", open));
            Build build = build(1);
            String request = build.request();
            clock.turn(Duration.ofMinutes(2));
            carried = with(ticket("OPS-7", move));
            build.decides();

            assertThat(awaits(request, Approvals.MIA)).isFalse();
            assertThat(awaits(request, Approvals.NOAH)).isTrue();
        }
    }

    @Nested
    class BrokenGlass {
        private String second() throws InterruptedException {
            CarriedChange plain = Approvals.change(false);
            carried = new CarriedChange(
                    plain.change(),
                    new Scope(Map.of("acme/orders#12", "another title")),
                    plain.pullRequests(),
                    plain.strays(),
                    plain.hands(),
                    plain.tickets(),
                    false);
            return build(2).request();
        }

        private String broken() throws InterruptedException {
            policy = Approvals.policy("2 of managers");
            String request = build(1).request();
            approvals.breakGlass(by(new Person("rita"), request));
            approvals.confirm(by(Approvals.MIA, request));
            return request;
        }

        private List<String> missed() throws Exception {
            clock.turn(policy.breakGlass().reviewWithin().plusHours(1));
            return build(3).gate().gather().missedReviews();
        }

        @Test
        void isReviewedThoughItsRequestIsVoid() throws Exception {
            String first = broken();
            second();

            assertThat(approvals.review(by(Approvals.NOAH, first)).taken()).isTrue();

            assertThat(missed()).isEmpty();
        }

        @Test
        void isNotReviewedByTheReviewOfAnother() throws Exception {
            broken();
            String second = second();
            approvals.breakGlass(by(new Person("rita"), second));
            approvals.confirm(by(Approvals.NOAH, second));

            assertThat(approvals.review(by(Approvals.MIA, second)).taken()).isTrue();

            assertThat(missed()).containsExactly(carried.subject());
        }

        @Test
        void isOwedAtOnceWhenItsConfirmationNamesNoTime() throws Exception {
            String request = build(1).request();
            approvals.breakGlass(by(new Person("rita"), request));
            ledger.append(new Draft(
                    "breakglass.confirmed",
                    carried.subject(),
                    "jenkins mia",
                    Map.of("request", request, "person", "mia", "channel", "x", "reason", "")));

            assertThat(build(2).gate().gather().missedReviews()).containsExactly(carried.subject());
        }
    }

    @Nested
    class Unreadable {
        private void unreadable(String kind, String subject) {
            ledger.append(new Draft(kind, subject, "somebody", Map.of("form", 99, "request", "1")));
        }

        @Test
        void entriesOfOtherCommitsStopNoGate() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            unreadable("approval.not-counted", "acme/orders@" + "c".repeat(40) + " in production");
            unreadable("breakglass.opened", "acme/orders@" + "c".repeat(40) + " in staging");

            assertThat(build(1).decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void requestsThatDoNotSayWhatWasAskedAwaitNobody() {
            ledger.append(
                    new Draft("approval.requested", carried.subject(), "build orders#1", Map.of("service", "orders")));

            assertThat(approvals.status("1")).isEmpty();
            assertThat(awaits("1", Approvals.MIA)).isFalse();
        }
    }

    /** A deploy was approved by those whose approvals it began with, whatever is said before and after. */
    @Nested
    class OfADeploy {
        private DeploymentBody body(String deploy) {
            return new DeploymentBody(
                    deploy,
                    "orders",
                    "production",
                    "acme/orders",
                    carried.change().commit().sha(),
                    null,
                    null,
                    false,
                    "orders#1",
                    "7",
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(new DeploymentBody.GatePass("approval", "1:aa")),
                    null);
        }

        private String append(
                String deploy, BiFunction<Subject.OfTarget, DeploymentBody, DeployEvent.Progress> progress) {
            clock.turn(Duration.ofMinutes(1));
            Subject.OfTarget target = new Subject.OfTarget("orders", "production");
            return String.valueOf(new EventLog(ledger)
                    .append(progress.apply(target, body(deploy)), Actor.build("orders#1"))
                    .sequence());
        }

        private String began() {
            String deploy = append(null, DeployEvent.Requested::new);
            append(deploy, DeployEvent.Started::new);
            return deploy;
        }

        private List<String> approvers(String deploy) {
            projection.catchUp();
            Deploy found =
                    projection.deploys().byId(Long.parseLong(deploy), ALL).orElseThrow();
            List<String> approvers = projection.approvals().approvers(found);
            assertThat(List.of("mia", "noah").stream()
                            .filter(person -> !projection
                                    .deploys()
                                    .find(
                                            new DeployFilter(null, null, person, null, null, null, null, null, null),
                                            ALL,
                                            10)
                                    .isEmpty())
                            .toList())
                    .as("found by their names")
                    .isEqualTo(approvers);
            return approvers;
        }

        @Test
        void isNotApprovedByWhoApprovedAVoidRequest() throws Exception {
            answers(Approvals.MIA, build(1).request(), Vote.Act.GIVE);
            build(1).decides();
            String second = new BrokenGlass().second();
            answers(Approvals.NOAH, second, Vote.Act.GIVE);
            build(2).decides();

            assertThat(approvers(began())).containsExactly("noah");
        }

        @Test
        void staysApprovedByWhoTookItBackTooLate() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            build(1).decides();
            String deploy = began();

            assertThat(answers(Approvals.MIA, request, Vote.Act.WITHDRAW)).isFalse();

            assertThat(approvers(deploy)).containsExactly("mia");
        }

        @Test
        void isApprovedByThoseOfItsOwnBuild() throws Exception {
            String request = build(1, Approvals.NOAH).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            assertThat(build(1, Approvals.NOAH).decides()).isInstanceOf(Decision.Pass.class);
            Build second = build(2, Approvals.MIA);
            assertThat(second.decides()).isInstanceOf(Decision.Wait.class);
            answers(Approvals.NOAH, request, Vote.Act.GIVE);
            assertThat(second.decides()).isInstanceOf(Decision.Pass.class);

            assertThat(approvers(began())).containsExactly("mia");
        }

        @Test
        void isNotApprovedByWhoTookItBackInTime() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            answers(Approvals.NOAH, request, Vote.Act.GIVE);
            build(1).decides();
            answers(Approvals.NOAH, request, Vote.Act.WITHDRAW);

            assertThat(approvers(began())).containsExactly("mia");
        }

        @Test
        void isNotApprovedByWhoApprovedTheNextDeployOfTheSameCommit() throws Exception {
            answers(Approvals.MIA, build(1).request(), Vote.Act.GIVE);
            build(1).decides();
            String first = began();
            append(first, DeployEvent.Failed::new);
            clock.turn(policy.limits().validFor().plusHours(1));
            String request = build(2).request();
            answers(Approvals.NOAH, request, Vote.Act.GIVE);
            build(2).decides();

            assertThat(approvers(first)).containsExactly("mia");
        }
    }
}
