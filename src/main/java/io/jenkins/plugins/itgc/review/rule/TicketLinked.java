package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.Optional;
import java.util.Set;

/** The description names exactly one ticket at the marked place; it exists, in a project whose tickets count. */
public final class TicketLinked implements ReviewRule {
    private static final String RULE = "Ticket linked";

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        TicketReferences references = new TicketReferences(policy.ticket());
        Set<TicketKey> named = references.in(evidence.facts().body());
        if (named.size() != 1
                || references.written(evidence.facts().body()).stream().distinct().count() != 1) {
            return Explanation.refuse(RULE, notOne(evidence.facts(), policy, named.size()));
        }
        TicketKey key = named.iterator().next();
        Optional<TicketFacts> ticket = evidence.ticket(key.key());
        return ticket.map(found -> inProject(found, policy))
                .orElseGet(() -> Explanation.refuse(RULE, missing(key, policy)));
    }

    private static Explanation inProject(TicketFacts ticket, ReviewPolicy policy) {
        boolean counts = policy.ticket()
                .tracker(ticket.key().tracker())
                .map(Tracker::projects)
                .orElse(Set.of())
                .contains(ticket.project());
        return counts
                ? Explanation.pass(RULE, ticket.key() + " in project " + ticket.project() + ".")
                : Explanation.refuse(RULE, foreign(ticket));
    }

    private static Finding notOne(PullRequestFacts facts, ReviewPolicy policy, int found) {
        String line = policy.ticket().marker() + ": KEY-123";
        return new Finding(
                found == 0 ? "review.no-ticket" : "review.ambiguous-ticket",
                "The description names " + found + " tickets at the marked place; it must name exactly one.",
                facts.name(),
                facts.link(),
                "Write one line \"" + line + "\" with the key or the address of the ticket in the description.");
    }

    private static Finding missing(TicketKey key, ReviewPolicy policy) {
        String link = policy.ticket()
                .tracker(key.tracker())
                .map(tracker -> tracker.link(key.key()))
                .orElse(null);
        return new Finding(
                "review.ticket-missing",
                "Ticket " + key + " does not exist, or the credentials may not see it.",
                key.key(),
                link,
                "Correct the key in the description, or let the tracker's account see the project.");
    }

    private static Finding foreign(TicketFacts ticket) {
        return new Finding(
                "review.ticket-foreign-project",
                "Ticket " + ticket.key() + " stands in project " + ticket.project() + ", whose tickets do not count.",
                ticket.key().key(),
                ticket.link(),
                "Link a ticket of a project that the policy names.");
    }
}
