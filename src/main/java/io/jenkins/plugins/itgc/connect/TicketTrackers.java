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
        return tracker.unknown(
                "group-unknown",
                "The ticket tracker \"" + entry.name() + "\" has no group \"" + entry.managersGroup()
                        + "\", or does not show it, so nobody can be seen to be a manager.",
                "Correct managersGroup of the tracker \"" + entry.name()
                        + "\" in Manage Jenkins, System, ITGC deploy gates, or create the group.");
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
