package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.review.policy.Identities;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the policy of the review gate into what the ledger keeps, and back. */
public final class ReviewPolicyWire {
    private ReviewPolicyWire() {}

    static ReviewBody.Policy policy(ReviewPolicy value) {
        return new ReviewBody.Policy(
                value.productionBranch(),
                value.requiredApprovals(),
                value.approvalLabel(),
                ticketPolicy(value.ticket()),
                value.migrationFiles(),
                identities(value.identities()));
    }

    public static ReviewPolicy policy(ReviewBody.Policy value) {
        return new ReviewPolicy(
                value.productionBranch(),
                value.requiredApprovals(),
                value.approvalLabel(),
                ticketPolicy(value.ticket()),
                value.migrationFiles(),
                identities(value.identities()));
    }

    static ReviewBody.TicketPolicy ticketPolicy(TicketPolicy value) {
        return new ReviewBody.TicketPolicy(
                value.marker(),
                value.trackers().stream().map(ReviewPolicyWire::tracker).toList());
    }

    static TicketPolicy ticketPolicy(ReviewBody.TicketPolicy value) {
        return new TicketPolicy(
                value.marker(),
                value.trackers().stream().map(ReviewPolicyWire::tracker).toList());
    }

    static ReviewBody.Tracker tracker(Tracker value) {
        return new ReviewBody.Tracker(
                value.name(),
                trackerKind(value.kind()),
                value.url(),
                sorted(value.projects()),
                sorted(value.approvedStatuses()),
                value.managersGroup());
    }

    static Tracker tracker(ReviewBody.Tracker value) {
        return new Tracker(
                value.name(),
                trackerKind(value.kind()),
                value.url(),
                Set.copyOf(value.projects()),
                Set.copyOf(value.approvedStatuses()),
                value.managersGroup());
    }

    static ReviewBody.TrackerKind trackerKind(Tracker.Kind value) {
        return ReviewBody.TrackerKind.valueOf(value.name());
    }

    static Tracker.Kind trackerKind(ReviewBody.TrackerKind value) {
        return Tracker.Kind.valueOf(value.name());
    }

    static ReviewBody.Identities identities(Identities value) {
        return new ReviewBody.Identities(
                value.people().stream().map(ReviewPolicyWire::identity).toList());
    }

    static Identities identities(ReviewBody.Identities value) {
        return new Identities(
                value.people().stream().map(ReviewPolicyWire::identity).toList());
    }

    static ReviewBody.Identity identity(Identities.Person value) {
        return new ReviewBody.Identity(
                value.gitHub(),
                value.accounts().stream()
                        .map(ReviewPolicyWire::trackerAccount)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
    }

    static Identities.Person identity(ReviewBody.Identity value) {
        return new Identities.Person(
                value.gitHub(),
                value.accounts().stream().map(ReviewPolicyWire::trackerAccount).collect(Collectors.toSet()));
    }

    static ReviewBody.TrackerAccount trackerAccount(Identities.TrackerAccount value) {
        return new ReviewBody.TrackerAccount(value.tracker(), value.id());
    }

    static Identities.TrackerAccount trackerAccount(ReviewBody.TrackerAccount value) {
        return new Identities.TrackerAccount(value.tracker(), value.id());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
