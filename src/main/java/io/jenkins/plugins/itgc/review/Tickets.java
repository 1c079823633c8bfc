package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import java.util.Optional;

/** Port: reads tickets from their trackers. */
public interface Tickets {
    /** @return empty when the tracker says that there is no such ticket, or that the credentials may not see it */
    Optional<TicketFacts> read(TicketKey key) throws EvidenceUnavailable, InterruptedException;
}
