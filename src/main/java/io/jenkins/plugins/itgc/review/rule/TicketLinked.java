package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
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
    private static final Message RULE = Message.of("review.rule.ticket-linked");

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        TicketReferences references = new TicketReferences(policy.ticket());
        Set<TicketKey> named = references.in(evidence.facts().body());
        if (named.size() != 1
                || references.written(evidence.facts().body()).stream()
                                .distinct()
                                .count()
                        != 1) {
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
        return counts ? Explanation.pass(RULE, linked(ticket)) : Explanation.refuse(RULE, foreign(ticket));
    }

    private static Message linked(TicketFacts ticket) {
        return Message.of("review.reason.ticket-linked", ticket.key().toString(), ticket.project());
    }

    private static Finding notOne(PullRequestFacts facts, ReviewPolicy policy, int found) {
        String code = found == 0 ? "review.no-ticket" : "review.ambiguous-ticket";
        return Finding.of(
                code, facts.name(), facts.link(), found, policy.ticket().marker() + ": KEY-123");
    }

    private static Finding missing(TicketKey key, ReviewPolicy policy) {
        String link = policy.ticket()
                .tracker(key.tracker())
                .map(tracker -> tracker.link(key.key()))
                .orElse(null);
        return Finding.of("review.ticket-missing", key.key(), link, key.toString());
    }

    private static Finding foreign(TicketFacts ticket) {
        return Finding.of(
                "review.ticket-foreign-project",
                ticket.key().key(),
                ticket.link(),
                ticket.key().toString(),
                ticket.project());
    }
}
