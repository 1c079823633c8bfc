package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Deputy;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what the approval gate knows into what the ledger keeps, and back. */
public final class ApprovalWire {
    private ApprovalWire() {}

    /**
     * A ruling of this gate as the ledger keeps it.
     *
     * @param service what is deployed; null when that is not said
     * @param grounds hashes of what a pass rests on
     */
    public static RulingEvent.Approval event(
            Gate.Judgement<ApprovalEvidence> judgement,
            ApprovalPolicy policy,
            @Nullable String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Approval(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(
                        ruling,
                        service,
                        policy(policy),
                        Known.map(judgement.evidence(), ApprovalWire::evidence),
                        grounds));
    }

    static ApprovalBody.Evidence evidence(ApprovalEvidence value) {
        return new ApprovalBody.Evidence(
                carried(value.carried()),
                Known.map(value.request(), ApprovalWire::request),
                starter(value.starter()),
                value.votes().stream().map(ApprovalWire::vote).toList(),
                people(value.people()),
                Known.map(value.broken(), ApprovalWire::breakGlass),
                value.missedReviews(),
                value.asOf());
    }

    static ApprovalBody.Carried carried(CarriedChange value) {
        return new ApprovalBody.Carried(
                ChangeBody.of(value.change()),
                scope(value.scope()),
                value.pullRequests().stream().map(ApprovalWire::pullRequest).toList(),
                value.strays(),
                value.hands().stream().map(ApprovalWire::hand).toList(),
                value.tickets().stream().map(ApprovalWire::ticket).toList(),
                value.migration());
    }

    static CarriedChange carried(ApprovalBody.Carried value) {
        return new CarriedChange(
                value.change().value(),
                scope(value.scope()),
                value.pullRequests().stream().map(ApprovalWire::pullRequest).toList(),
                value.strays(),
                value.hands().stream().map(ApprovalWire::hand).toList(),
                value.tickets().stream().map(ApprovalWire::ticket).toList(),
                value.migration());
    }

    static ApprovalBody.Scope scope(Scope value) {
        return new ApprovalBody.Scope(value.parts());
    }

    static Scope scope(ApprovalBody.Scope value) {
        return new Scope(value.parts());
    }

    static ApprovalBody.PullRequest pullRequest(CarriedPullRequest value) {
        return new ApprovalBody.PullRequest(value.number(), value.title(), value.link(), value.author());
    }

    static CarriedPullRequest pullRequest(ApprovalBody.PullRequest value) {
        return new CarriedPullRequest(value.number(), value.title(), value.link(), value.author());
    }

    static ApprovalBody.Hand hand(Hand value) {
        return new ApprovalBody.Hand(
                value.login(), value.part().english(), value.where(), MessageBody.of(value.part()));
    }

    static Hand hand(ApprovalBody.Hand value) {
        return new Hand(value.login(), MessageBody.message(value.said(), value.part()), value.where());
    }

    static ApprovalBody.Ticket ticket(TicketState value) {
        return new ApprovalBody.Ticket(
                value.tracker(),
                value.key(),
                value.title(),
                value.link(),
                value.status(),
                Known.map(value.move(), ApprovalWire::move),
                value.changedSince());
    }

    static TicketState ticket(ApprovalBody.Ticket value) {
        return new TicketState(
                value.tracker(),
                value.key(),
                value.title(),
                value.link(),
                value.status(),
                Known.map(value.move(), ApprovalWire::move),
                value.changedSince());
    }

    static ApprovalBody.Move move(TicketState.Move value) {
        return new ApprovalBody.Move(value.to(), value.account(), value.human(), value.manager(), value.at());
    }

    static TicketState.Move move(ApprovalBody.Move value) {
        return new TicketState.Move(value.to(), value.account(), value.human(), value.manager(), value.at());
    }

    static ApprovalBody.Request request(ApprovalRequest value) {
        return new ApprovalBody.Request(
                value.id(), value.askedAt(), value.expiresAt(), value.expired(), value.ticketMarks());
    }

    static ApprovalBody.Starter starter(Starter value) {
        return new ApprovalBody.Starter(
                Known.map(value.account(), ApprovalWire::account), Known.map(value.person(), ApprovalWire::person));
    }

    static Starter starter(ApprovalBody.Starter value) {
        return new Starter(
                Known.map(value.account(), ApprovalWire::account), Known.map(value.person(), ApprovalWire::person));
    }

    static ApprovalBody.Vote vote(Vote value) {
        return new ApprovalBody.Vote(
                value.order(),
                act(value.act()),
                person(value.person()),
                account(value.account()),
                value.channel(),
                sorted(value.groups()),
                value.reason(),
                value.at());
    }

    static ApprovalBody.Act act(Vote.Act value) {
        return ApprovalBody.Act.valueOf(value.name());
    }

    static ApprovalBody.Person person(Person value) {
        return new ApprovalBody.Person(value.id());
    }

    static Person person(ApprovalBody.Person value) {
        return new Person(value.id());
    }

    static ApprovalBody.Account account(Account value) {
        return new ApprovalBody.Account(value.system(), value.id());
    }

    static Account account(ApprovalBody.Account value) {
        return new Account(value.system(), value.id());
    }

    static ApprovalBody.People people(People value) {
        return new ApprovalBody.People(
                value.known().stream().map(ApprovalWire::known).toList());
    }

    static ApprovalBody.Known known(People.Known value) {
        return new ApprovalBody.Known(
                person(value.person()),
                value.accounts().stream()
                        .map(ApprovalWire::account)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList(),
                value.email());
    }

    static ApprovalBody.BreakGlass breakGlass(BreakGlass value) {
        return new ApprovalBody.BreakGlass(
                value.subject(),
                word(value.opened()),
                Known.map(value.confirmed(), ApprovalWire::word),
                value.reviewBy(),
                value.reviewed());
    }

    static ApprovalBody.Word word(BreakGlass.Word value) {
        return new ApprovalBody.Word(
                person(value.person()),
                Known.map(value.account(), ApprovalWire::account),
                sorted(value.groups()),
                value.reason(),
                value.at());
    }

    static ApprovalBody.Policy policy(ApprovalPolicy value) {
        return new ApprovalBody.Policy(
                quorum(value.quorum()),
                value.groups().stream().map(ApprovalWire::group).toList(),
                value.deputies().stream().map(ApprovalWire::deputy).toList(),
                sorted(value.ticketStatuses()),
                limits(value.limits()),
                breakGlassPolicy(value.breakGlass()));
    }

    static ApprovalBody.Limits limits(ApprovalPolicy.Limits value) {
        return new ApprovalBody.Limits(value.waitFor(), value.validFor(), value.remindAfter(), value.escalateAfter());
    }

    static ApprovalBody.Quorum quorum(Quorum value) {
        return new ApprovalBody.Quorum(
                value.text(),
                value.alternatives().stream()
                        .map(each -> each.stream().map(ApprovalWire::seat).toList())
                        .toList());
    }

    static ApprovalBody.Seat seat(Seat value) {
        return new ApprovalBody.Seat(sorted(value.groups()), value.onlyWithMigration());
    }

    static ApprovalBody.Group group(Group value) {
        return new ApprovalBody.Group(
                value.name(),
                value.members().stream()
                        .map(ApprovalWire::person)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList(),
                sorted(value.authorities()));
    }

    static ApprovalBody.Deputy deputy(Deputy value) {
        return new ApprovalBody.Deputy(person(value.person()), person(value.absent()), value.from(), value.until());
    }

    static ApprovalBody.BreakGlassPolicy breakGlassPolicy(BreakGlassPolicy value) {
        return new ApprovalBody.BreakGlassPolicy(value.group(), value.reviewWithin());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
