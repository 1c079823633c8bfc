package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a request wants is the same for the gate that waits for it and for every page that lists it. */
class StandingRequestsTest extends ApprovalsInLedger {
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
            Build stranger = build(2, new Starter(Account.jenkins("ghost"), null));

            assertThat(stranger.decides()).isInstanceOf(Decision.Refuse.class);

            assertThat(state(request)).isEqualTo("completed");
            assertThat(listed()).isEmpty();
        }

        /** Either opens by itself; a break-glass that nobody confirms cannot be taken back. */
        @Test
        void thoughNobodyConfirmsTheBreakGlass() throws Exception {
            Build build = build(1);
            String request = build.request();
            approvals.breakGlass(by(new Person("rita"), request));
            assertThat(build.decides()).isInstanceOf(Decision.Wait.class);

            answers(Approvals.NOAH, request, Vote.Act.GIVE);

            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
            assertThat(state(request)).isEqualTo("completed");
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
        @Test
        void aMovedTicketApprovesNothing() throws Exception {
            carried = withTicket("Open", "acc-mia");
            Build build = build(1);
            build.decides();
            clock.turn(policy.limits().waitFor().plusDays(10));
            carried = withTicket("Release approved", "acc-mia");

            assertThat(build.decides()).isNotInstanceOf(Decision.Pass.class);
            assertThat(build.looks()).isNotInstanceOf(Decision.Pass.class);
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

            assertThat(build.looks()).isNotInstanceOf(Decision.Pass.class);
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

        /** It waited in an earlier stage while the request of another build expired. */
        @Test
        void aBuildThatBeganBeforeAsksAnewWhenItComesToAsk() throws Exception {
            Build late = build(2);
            Build first = build(1);
            String request = first.request();
            clock.turn(policy.limits().waitFor().plusHours(1));
            assertThat(first.decides()).isInstanceOf(Decision.Refuse.class);

            assertThat(late.decides()).isInstanceOf(Decision.Wait.class);

            assertThat(listed()).hasSize(1).doesNotContain(request);
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
}
