package io.jenkins.plugins.itgc.connect;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import java.util.Map;
import java.util.Optional;

/** All ticket trackers of a policy, by their names. */
public final class TicketTrackers implements Tickets {
    private final Map<String, Tickets> trackers;

    public TicketTrackers(Map<String, Tickets> trackers) {
        this.trackers = Map.copyOf(trackers);
    }

    @Override
    public Optional<TicketFacts> read(TicketKey key) throws EvidenceUnavailable, InterruptedException {
        Tickets tracker = trackers.get(key.tracker());
        if (tracker == null) {
            throw new EvidenceUnavailable(unconnected(key), null);
        }
        return tracker.read(key);
    }

    private static Finding unconnected(TicketKey key) {
        return new Finding(
                "connect.no-tracker",
                "No connection to the ticket tracker \"" + key.tracker() + "\" is configured.",
                key.key(),
                null,
                "Ask an administrator to complete the tracker's entry in the configuration.");
    }
}
