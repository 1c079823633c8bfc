package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts.Transition;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A manager, a person who had no hand in the code, put the ticket into an approved status, and it still holds. */
public final class TicketApproved implements ReviewRule {
    private static final String RULE = "Ticket approved";

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
        return judge(ticket, approval.get(), tracker.get(), Contributors.of(evidence.facts()), policy);
    }

    private static Explanation judge(
            TicketFacts ticket, Transition approval, Tracker tracker, Contributors contributors, ReviewPolicy policy) {
        TicketActor manager = approval.actor();
        if (!manager.human()) {
            return refuse(ticket, "review.ticket-approved-by-bot", manager, "is not a person");
        }
        if (!manager.manager()) {
            return refuse(ticket, "review.ticket-approved-by-non-manager", manager, notIn(tracker));
        }
        Optional<String> login = policy.identities().gitHubLogin(tracker.name(), manager.id());
        if (login.isEmpty()) {
            return Explanation.unknown(RULE, unmapped(ticket, manager));
        }
        Optional<String> part = contributors.partOf(login.get());
        if (part.isPresent()) {
            return refuse(ticket, "review.ticket-approved-by-contributor", manager, part.get());
        }
        return unchangedSince(approval.at(), ticket)
                ? Explanation.pass(RULE, manager.displayName() + " put " + ticket.key() + " into " + ticket.status() + ".")
                : Explanation.refuse(RULE, changedSince(ticket));
    }

    private static String notIn(Tracker tracker) {
        return "is not in the group " + tracker.managersGroup();
    }

    private static boolean unchangedSince(Instant approval, TicketFacts ticket) {
        return ticket.scopeChanges().stream().allMatch(change -> change.isBefore(approval));
    }

    private static Explanation refuse(TicketFacts ticket, String code, TicketActor who, String why) {
        String what = who.displayName() + " put " + ticket.key() + " into " + ticket.status() + ", but " + why + ".";
        return Explanation.refuse(
                RULE, finding(ticket, code, what, "Ask a manager who had no hand in the code to approve the ticket."));
    }

    private static Finding noTicket(PullRequestEvidence evidence) {
        return new Finding(
                "review.no-ticket-approval",
                "There is no ticket that a manager could have approved.",
                evidence.facts().name(),
                evidence.facts().link(),
                "Link the ticket first.");
    }

    private static Finding notApproved(TicketFacts ticket, Optional<Tracker> tracker) {
        String wanted = tracker.map(t -> String.join(" or ", t.approvedStatuses())).orElse("an approved status");
        return finding(
                ticket,
                "review.ticket-not-approved",
                "Ticket " + ticket.key() + " is in status " + ticket.status() + ".",
                "Ask a manager to put it into " + wanted + ".");
    }

    private static Finding unknownApprover(TicketFacts ticket) {
        return finding(
                ticket,
                "review.ticket-approver-unknown",
                "The history of " + ticket.key() + " does not tell who put it into " + ticket.status() + ".",
                "Let the tracker's account read the history, or ask a manager to approve the ticket once more.");
    }

    private static Finding unmapped(TicketFacts ticket, TicketActor manager) {
        return finding(
                ticket,
                "review.identity-unknown",
                "No identity entry tells which code account " + manager.displayName() + " (" + manager.id() + ") has.",
                "Ask an administrator to add the entry, so that it can be seen that the manager is not a contributor.");
    }

    private static Finding changedSince(TicketFacts ticket) {
        return finding(
                ticket,
                "review.ticket-changed-after-approval",
                "Title or description of " + ticket.key() + " changed after it was approved.",
                "Ask a manager to approve it as it is now.");
    }

    private static Finding finding(TicketFacts ticket, String code, String what, String next) {
        return new Finding(code, what, ticket.key().key(), ticket.link(), next);
    }
}
