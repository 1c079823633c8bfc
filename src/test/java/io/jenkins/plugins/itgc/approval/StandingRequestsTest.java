package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
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

        /** The deploy waited in the queue, and asks again as the step did. */
        @Test
        void whenTheApprovalBecomesTooOldBeforeTheDeployBegins() throws Exception {
            Build build = build(1);
            String request = build.request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            build.decides();
            clock.turn(policy.limits().validFor().plusMinutes(1));
            assertThat(build.looks()).isInstanceOf(Decision.Wait.class);

            build.decides();
            assertThat(listed()).containsExactly(request);
            assertThat(awaits(request, Approvals.NOAH)).isTrue();
            answers(Approvals.NOAH, request, Vote.Act.GIVE);

            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
            assertThat(listed()).isEmpty();
            build.decides();
            assertThat(kinds().stream().filter("approval.completed"::equals)).hasSize(2);
        }

        /** For a build that noah started, noah's approval is none, though another build could go on with it. */
        @Test
        void whenWhatIsLeftIsTheApprovalOfWhoStartedOneOfTheBuilds() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            answers(Approvals.NOAH, request, Vote.Act.GIVE);
            build(1).decides();
            Build second = build(2, Approvals.NOAH);
            assertThat(second.decides()).isInstanceOf(Decision.Pass.class);

            answers(Approvals.MIA, request, Vote.Act.WITHDRAW);

            assertThat(second.looks()).isInstanceOf(Decision.Wait.class);
            assertThat(state(request)).isEqualTo("requested");
            assertThat(listed()).containsExactly(request);
        }

        @Test
        void byThoseWhoMayAnswerForTheBuildThatStillWaits() throws Exception {
            String request = build(1, Approvals.MIA).request();
            Build second = build(2, Approvals.NOAH);
            second.decides();
            answers(Approvals.MIA, request, Vote.Act.GIVE);

            assertThat(second.decides()).isInstanceOf(Decision.Pass.class);
            build(1, Approvals.MIA).decides();

            assertThat(awaits(request, Approvals.NOAH)).isTrue();
            assertThat(awaits(request, Approvals.MIA)).isFalse();
            assertThat(approvals.status(request).orElseThrow().missing().sentence())
                    .contains("noah");
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
        void untilWhoRefusedHasASayAgain() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.REFUSE);
            ApprovalPolicy full = policy;
            policy = without(Approvals.MIA);
            build(2).decides();
            assertThat(state(request)).isEqualTo("requested");

            policy = full;
            Build third = build(3);
            assertThat(third.decides()).isInstanceOf(Decision.Refuse.class);

            assertThat(state(request)).isEqualTo("refused");
            assertThat(listed()).isEmpty();
            third.decides();
            assertThat(kinds()).hasSize(4);
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

    /** Somebody who refused a commit must not be got rid of by an edit of a title. */
    @Nested
    class IsRefused {
        private Build next(String earlier) throws InterruptedException {
            Build next = build(2);
            assertThat(next.decides()).isInstanceOf(Decision.Refuse.class);
            String request = next.request();
            assertThat(request).isNotEqualTo(earlier);
            assertThat(state(request)).isEqualTo("refused");
            assertThat(listed()).isEmpty();
            return next;
        }

        private void holdsUntilNoahTakesItBack(Build build) throws InterruptedException {
            String request = build.request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            assertThat(build.decides()).isInstanceOf(Decision.Refuse.class);
            assertThat(build.looks()).isInstanceOf(Decision.Refuse.class);

            assertThat(answers(Approvals.NOAH, request, Vote.Act.WITHDRAW)).isTrue();

            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void thoughTheAuthorEditedATitleSince() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            carried = renamed();

            holdsUntilNoahTakesItBack(next(first));
        }

        /** GitHub knows a repository by any spelling, and a pipeline chooses one. */
        @Test
        void thoughThePipelineSpellsTheRepositoryOtherwise() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            carried = of("Acme/Orders");
            Build next = build(2);

            assertThat(next.decides()).isInstanceOf(Decision.Refuse.class);
            assertThat(next.request()).isEqualTo(first);
        }

        @Test
        void byWhoRefusedItUnderTheSpellingOfAnEarlierVersion() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            List<Entry> entries = ledger.entries(0, 10);
            try (Ledger old = SqliteLedger.open(folder.resolve("old.db"), clock)) {
                for (Entry entry : entries) {
                    String subject = entry.subject().replace("acme/orders", "Acme/Orders");
                    Map<?, ?> body = new ObjectMapper().readValue(entry.body(), Map.class);
                    old.append(new Draft(entry.kind(), subject, entry.actor(), body));
                }
                ApprovalService service = new ApprovalService(
                        new ApprovalBook(old, appended -> {}), environment -> rules(), topic -> {}, clock);
                LedgerRequests requests = service.requests(
                        new LedgerRequests.Asker("orders", "orders#2", null, clock.instant(), Starter.nobody()),
                        rules());

                assertThat(requests.read(carried).request().id()).isEqualTo(first);
                assertThat(Tally.of(requests.read(carried), policy).refusals()).hasSize(1);
            }
        }

        @Test
        void thoughTheRequestExpiredSince() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            answers(Approvals.MIA, first, Vote.Act.REFUSE);
            answers(Approvals.MIA, first, Vote.Act.WITHDRAW);
            clock.turn(policy.limits().waitFor().plusHours(1));
            carried = renamed();

            holdsUntilNoahTakesItBack(next(first));
        }

        @Test
        void thoughItWasVoidTwice() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            carried = renamed();
            String second = next(first).request();
            carried = Approvals.change(false);

            holdsUntilNoahTakesItBack(next(second));
        }

        @Test
        void notByWhoTookItBackOrApprovedSince() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            answers(Approvals.NOAH, first, Vote.Act.GIVE);
            carried = renamed();

            assertThat(build(2).decides()).isInstanceOf(Decision.Wait.class);
        }

        @Test
        void byWhoApprovesAfterAll() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            carried = renamed();
            Build build = next(first);

            answers(Approvals.NOAH, build.request(), Vote.Act.GIVE);

            assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
        }

        @Test
        void andThePageSaysByWhom() throws Exception {
            String first = build(1).request();
            answers(Approvals.NOAH, first, Vote.Act.REFUSE);
            carried = renamed();
            String second = next(first).request();

            assertThat(projection.approvals().byId(second, ALL).orElseThrow().acts())
                    .singleElement()
                    .satisfies(act -> {
                        assertThat(act.what()).isEqualTo("refused");
                        assertThat(act.person()).isEqualTo("noah");
                        assertThat(act.reason()).isEqualTo("because");
                    });
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

            approvals.completed(request, "orders#1", Set.of("mia"));

            assertThat(kinds()).doesNotContain("approval.completed");
            assertThat(state(request)).isEqualTo("refused");
        }

        @Test
        void notWhenTheApproverTakesItBackBeforeThatIsRecorded() throws Exception {
            String request = build(1).request();
            answers(Approvals.MIA, request, Vote.Act.GIVE);
            answers(Approvals.MIA, request, Vote.Act.WITHDRAW);

            approvals.completed(request, "orders#1", Set.of("mia"));

            assertThat(kinds()).doesNotContain("approval.completed");
            assertThat(listed()).containsExactly(request);
        }

        @Test
        void notByNobodysApproval() throws Exception {
            String request = build(1).request();

            approvals.completed(request, "orders#1", Set.of());

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

    /** Each carries what came since its own last deploy. */
    @Nested
    class OfSeveralServices {
        private Build billing() {
            return new Build("billing#1", "billing", Starter.nobody());
        }

        @Test
        void voidNoneOfEachOther() throws Exception {
            Build orders = build(1);
            String ofOrders = orders.request();
            carried = renamed();
            String ofBilling = billing().request();
            carried = Approvals.change(false);
            orders.decides();

            assertThat(kinds()).containsExactly("approval.requested", "approval.requested");
            assertThat(listed()).containsExactlyInAnyOrder(ofOrders, ofBilling);
        }

        @Test
        void areApprovedOneByOne() throws Exception {
            String ofOrders = build(1).request();
            Build billing = billing();
            billing.decides();
            answers(Approvals.MIA, ofOrders, Vote.Act.GIVE);

            assertThat(build(1).decides()).isInstanceOf(Decision.Pass.class);
            assertThat(billing.decides()).isInstanceOf(Decision.Wait.class);
            assertThat(listed()).containsExactly(billing.request());
        }

        @Test
        void areRefusedOneByOne() throws Exception {
            Build billing = billing();
            answers(Approvals.NOAH, billing.request(), Vote.Act.REFUSE);

            assertThat(billing.decides()).isInstanceOf(Decision.Refuse.class);
            assertThat(build(1).decides()).isInstanceOf(Decision.Wait.class);
        }

        @Test
        void takeNoAnswerToARequestThatIsVoid() throws Exception {
            String first = build(1).request();
            String ofBilling = billing().request();
            carried = renamed();
            String second = build(2).request();

            assertThat(answers(Approvals.MIA, first, Vote.Act.GIVE)).isFalse();
            assertThat(answers(Approvals.MIA, ofBilling, Vote.Act.GIVE)).isTrue();
            assertThat(answers(Approvals.MIA, second, Vote.Act.GIVE)).isTrue();
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
        void takesNoneOfWhoStartedThemAllUnderSeveralAccounts() throws Exception {
            String request = build(1, Approvals.MIA).request();
            build(2, new Starter(Account.jenkins("mia-admin"), Approvals.MIA)).decides();

            assertThat(awaits(request, Approvals.MIA)).isFalse();
            assertThat(answers(Approvals.MIA, request, Vote.Act.GIVE)).isFalse();
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
