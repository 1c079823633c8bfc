package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.people.Hand;
import java.util.List;
import java.util.Objects;

/**
 * What would be deployed, read from the systems of record at one moment.
 *
 * @param change what an approval binds to
 * @param scope fingerprints of all of it
 * @param pullRequests that it carries
 * @param strays commits of the production branch that belong to no pull request
 * @param hands everybody who had a part in it
 * @param tickets of the pull requests
 * @param migration whether it carries a database migration
 */
public record CarriedChange(
        Change change,
        Scope scope,
        List<CarriedPullRequest> pullRequests,
        List<String> strays,
        List<Hand> hands,
        List<TicketState> tickets,
        boolean migration) {
    /** @throws IllegalArgumentException when the commit, the tree or the environment is not known */
    public CarriedChange {
        Objects.requireNonNull(scope, "scope");
        if (!change.identified() || change.environment() == null) {
            throw new IllegalArgumentException("An approval is for one commit with its tree in one environment.");
        }
        pullRequests = List.copyOf(pullRequests);
        strays = List.copyOf(strays);
        hands = List.copyOf(hands);
        tickets = List.copyOf(tickets);
    }

    /** How people name it, such as {@code acme/orders@3f2a... in production}. */
    public String subject() {
        return subject(change);
    }

    /** The same for a change whose commit and environment are known. */
    public static String subject(Change change) {
        return Subject.InEnvironment.of(change).text();
    }
}
