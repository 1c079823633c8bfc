package io.jenkins.plugins.itgc.review.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was read about a ticket.
 *
 * @param key its name
 * @param project project it stands in now
 * @param link its address
 * @param summary its title, outside text
 * @param status name of the status it has now
 * @param transitions changes of status, oldest first
 * @param scopeChanges times at which title or description changed, oldest first
 */
public record TicketFacts(
        TicketKey key,
        String project,
        String link,
        String summary,
        String status,
        List<Transition> transitions,
        List<Instant> scopeChanges) {
    public TicketFacts {
        transitions = List.copyOf(transitions);
        scopeChanges = List.copyOf(scopeChanges);
    }

    /**
     * A change of status.
     *
     * @param to name of the new status
     * @param actor who made it
     * @param at the tracker's time
     */
    public record Transition(String to, TicketActor actor, Instant at) {}

    /** The change that gave the ticket the status it has now, when the tracker tells. */
    public Optional<Transition> lastTransition() {
        return transitions.isEmpty() ? Optional.empty() : Optional.of(transitions.get(transitions.size() - 1));
    }
}
