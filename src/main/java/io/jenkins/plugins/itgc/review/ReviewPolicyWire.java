package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
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
                people(value.people()));
    }

    /**
     * The policy that was judged by, out of the ledger.
     *
     * @throws io.jenkins.plugins.itgc.review.policy.InvalidPolicy when a value makes no sense to this version
     */
    public static ReviewPolicy policy(ReviewBody.Policy value) {
        return new ReviewPolicy(
                value.productionBranch(),
                value.requiredApprovals(),
                value.approvalLabel(),
                ticketPolicy(value.ticket()),
                value.migrationFiles(),
                people(value.identities()));
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

    static ReviewBody.Identities people(People value) {
        return new ReviewBody.Identities(
                value.known().stream().map(ReviewPolicyWire::identity).toList());
    }

    static People people(ReviewBody.Identities value) {
        return new People(value.people().stream().map(ReviewPolicyWire::known).toList());
    }

    /** A review asks only whose a ticket tracker's account is. */
    private static ReviewBody.Identity identity(People.Known value) {
        return new ReviewBody.Identity(
                value.person().id(),
                value.accounts().stream()
                        .filter(account -> !account.system().equals(Account.GITHUB))
                        .map(account -> new ReviewBody.TrackerAccount(account.system(), account.id()))
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
    }

    private static People.Known known(ReviewBody.Identity value) {
        return new People.Known(
                new Person(value.gitHub()),
                value.accounts().stream()
                        .map(account -> new Account(account.tracker(), account.id()))
                        .collect(Collectors.toSet()),
                "");
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
