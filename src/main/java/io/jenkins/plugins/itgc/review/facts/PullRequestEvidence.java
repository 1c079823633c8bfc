package io.jenkins.plugins.itgc.review.facts;

import java.util.List;
import java.util.Optional;

/**
 * A pull request with the tickets that its description names at the marked place and that exist.
 *
 * @param facts the pull request
 * @param tickets the tickets that were found, in the order they are named
 */
public record PullRequestEvidence(PullRequestFacts facts, List<TicketFacts> tickets) {
    public PullRequestEvidence {
        tickets = List.copyOf(tickets);
    }

    /** A ticket by its key, such as {@code OPS-7}; empty when the description does not name it or it does not exist. */
    public Optional<TicketFacts> ticket(String key) {
        return tickets.stream().filter(ticket -> ticket.key().key().equals(key)).findFirst();
    }
}
