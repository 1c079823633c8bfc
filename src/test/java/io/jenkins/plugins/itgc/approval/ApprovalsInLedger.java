package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.projection.Approvals.Request;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Builds that ask for approvals, people who answer, and a ledger on the disk that keeps both. */
abstract class ApprovalsInLedger {
    static final Scope ALL = Scope.ALL;

    @TempDir
    Path folder;

    final TurnedClock clock = new TurnedClock(Approvals.ASKED);
    final List<Topic> woken = new ArrayList<>();
    ApprovalPolicy policy = Approvals.policy("1 of managers");
    CarriedChange carried = Approvals.change(false);
    Ledger ledger;
    Projection projection;
    ApprovalService approvals;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        projection = Projection.open(folder.resolve("projection.db"), ledger::entries);
        approvals = new ApprovalService(
                new ApprovalBook(ledger, appended -> {}), environment -> rules(), woken::add, clock);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    LedgerRequests.Rules rules() {
        return new LedgerRequests.Rules(policy, Approvals.people(), Authorities.NONE, Map.of("jira", "managers"));
    }

    /** A build that asks, as often as it is looked at. */
    final class Build {
        private final String name;
        private final LedgerRequests requests;

        Build(String name, Instant since, Starter starter) {
            this.name = name;
            this.requests = approvals.requests(new LedgerRequests.Asker("orders", name, null, since, starter), rules());
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
                        Tally.of(judged.evidence(), policy).approvers().keySet().stream()
                                .map(Person::id)
                                .collect(Collectors.toSet()));
            }
            return judged.ruling().decision();
        }

        /** Judges and writes nothing, as the last look of a deploy does. */
        Decision looks() throws InterruptedException {
            return gate().look(clock).ruling().decision();
        }

        String request() throws InterruptedException {
            return gate().rule(clock).evidence().request().id();
        }
    }

    /** A build that begins now and that no person started. */
    Build build(int number) {
        return build(number, Starter.nobody());
    }

    Build build(int number, Person starter) {
        return build(number, new Starter(Account.jenkins(starter.id()), starter));
    }

    Build build(int number, Starter starter) {
        return new Build("orders#" + number, clock.instant(), starter);
    }

    static Answer by(Person person, String request) {
        return by(person.id(), request);
    }

    static Answer by(String user, String request) {
        return new Answer(request, Account.jenkins(user), "jenkins", "because");
    }

    boolean answers(Person person, String request, Vote.Act act) {
        return approvals.vote(by(person, request), act).taken();
    }

    List<String> listed() {
        projection.catchUp();
        return projection.approvals().open(ALL, clock.instant()).stream()
                .map(Request::id)
                .toList();
    }

    String state(String request) {
        projection.catchUp();
        return projection.approvals().byId(request, ALL).orElseThrow().state();
    }

    boolean awaits(String request, Person person) {
        return approvals.awaits(request, Account.jenkins(person.id()));
    }

    List<String> kinds() {
        return ledger.entries(0, 1000).stream().map(Entry::kind).toList();
    }

    /** The change with another title: whoever approved the first did not approve this. */
    static CarriedChange renamed() {
        CarriedChange plain = Approvals.change(false);
        return new CarriedChange(
                plain.change(),
                new io.jenkins.plugins.itgc.approval.Scope(Map.of("acme/orders#12", "another title")),
                plain.pullRequests(),
                plain.strays(),
                plain.hands(),
                plain.tickets(),
                false);
    }

    static CarriedChange with(TicketState... tickets) {
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

    /** A ticket that a manager's account just moved. */
    CarriedChange withTicket(String status, String account) {
        return with(ticket("OPS-7", new TicketState.Move(status, account, true, true, clock.instant())));
    }

    static TicketState ticket(String key, TicketState.Move moved) {
        return new TicketState("jira", key, "Faster", "https://jira.example/" + key, moved.to(), moved, false);
    }
}
