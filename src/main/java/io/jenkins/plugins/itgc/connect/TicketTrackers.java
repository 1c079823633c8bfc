package io.jenkins.plugins.itgc.connect;

import io.jenkins.plugins.itgc.connect.http.Rest;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.Map;
import java.util.Optional;

/** All ticket trackers of a policy, by their names. */
public final class TicketTrackers implements Tickets {
    private final Map<String, Tickets> trackers;

    /** @param trackers by their names in the configuration */
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

    /** Says that a tracker does not have the group that its entry in the configuration names. */
    public static EvidenceUnavailable noGroup(Rest tracker, Tracker entry) {
        return tracker.unavailable("connect.group-unknown", entry.name(), entry.managersGroup());
    }

    private static Finding unconnected(TicketKey key) {
        return Finding.of("connect.no-tracker", key.key(), null, key.tracker());
    }
}
