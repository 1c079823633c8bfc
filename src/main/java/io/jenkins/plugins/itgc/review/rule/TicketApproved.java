package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Contributors;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts.Transition;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A manager, a person who did not contribute to the code, put the ticket into an approved status, and it still holds. */
public final class TicketApproved implements ReviewRule {
    private static final Message RULE = Message.of("review.rule.ticket-approved");

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        if (evidence.tickets().isEmpty()) {
            return Explanation.refuse(RULE, noTicket(evidence));
        }
        List<Explanation> each = evidence.tickets().stream()
                .map(ticket -> judge(ticket, evidence, policy))
                .toList();
        return each.size() == 1 ? each.get(0) : Explanation.all(RULE, each);
    }

    private static Explanation judge(TicketFacts ticket, PullRequestEvidence evidence, ReviewPolicy policy) {
        Optional<Tracker> tracker = policy.ticket().tracker(ticket.key().tracker());
        if (tracker.isEmpty() || !tracker.get().approvedStatuses().contains(ticket.status())) {
            return Explanation.refuse(RULE, notApproved(ticket, tracker));
        }
        Optional<Transition> approval =
                ticket.lastTransition().filter(last -> last.to().equals(ticket.status()));
        if (approval.isEmpty()) {
            return Explanation.unknown(RULE, unknownApprover(ticket));
        }
        return judge(ticket, approval.get(), tracker.get(), Contributions.of(evidence.facts()), policy);
    }

    private static Explanation judge(
            TicketFacts ticket, Transition approval, Tracker tracker, Contributors contributors, ReviewPolicy policy) {
        TicketActor manager = approval.actor();
        if (!manager.human()) {
            return refuse(ticket, "review.ticket-approved-by-bot", manager);
        }
        if (!manager.manager()) {
            return refuse(ticket, "review.ticket-approved-by-non-manager", manager, tracker.managersGroup());
        }
        Optional<Person> person = policy.people().of(new Account(tracker.name(), manager.id()));
        if (person.isEmpty()) {
            return Explanation.unknown(RULE, unmapped(ticket, manager));
        }
        Optional<Message> part = contributors.partOf(person.get().id());
        if (part.isPresent()) {
            return refuse(ticket, "review.ticket-approved-by-contributor", manager, part.get());
        }
        return unchangedSince(approval.at(), ticket)
                ? Explanation.pass(RULE, approvedBy(manager, ticket))
                : Explanation.refuse(RULE, changedSince(ticket));
    }

    private static Message approvedBy(TicketActor manager, TicketFacts ticket) {
        return Message.of(
                "review.reason.ticket-approved",
                manager.displayName(),
                ticket.key().toString(),
                ticket.status());
    }

    private static boolean unchangedSince(Instant approval, TicketFacts ticket) {
        return ticket.scopeChanges().stream().allMatch(change -> change.isBefore(approval));
    }

    /** @param more what the code's sentence names besides who did what */
    private static Explanation refuse(TicketFacts ticket, String code, TicketActor who, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of(who.displayName(), ticket.key().toString(), ticket.status()));
        arguments.addAll(List.of(more));
        return Explanation.refuse(RULE, finding(ticket, code, arguments.toArray()));
    }

    private static Finding noTicket(PullRequestEvidence evidence) {
        return Finding.of(
                "review.no-ticket-approval",
                evidence.facts().name(),
                evidence.facts().link());
    }

    private static Finding notApproved(TicketFacts ticket, Optional<Tracker> tracker) {
        Message wanted = tracker.map(t -> Message.anyOf(List.copyOf(t.approvedStatuses())))
                .orElse(Message.of("review.part.approved-status"));
        return finding(ticket, "review.ticket-not-approved", ticket.key().toString(), ticket.status(), wanted);
    }

    private static Finding unknownApprover(TicketFacts ticket) {
        return finding(ticket, "review.ticket-approver-unknown", ticket.key().toString(), ticket.status());
    }

    private static Finding unmapped(TicketFacts ticket, TicketActor manager) {
        return finding(ticket, "review.identity-unknown", manager.displayName(), manager.id());
    }

    private static Finding changedSince(TicketFacts ticket) {
        return finding(
                ticket, "review.ticket-changed-after-approval", ticket.key().toString());
    }

    private static Finding finding(TicketFacts ticket, String code, Object... arguments) {
        return Finding.of(code, ticket.key().key(), ticket.link(), arguments);
    }
}
