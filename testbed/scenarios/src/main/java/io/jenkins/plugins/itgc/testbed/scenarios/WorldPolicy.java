package io.jenkins.plugins.itgc.testbed.scenarios;

import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** The policy that every world is judged by unless somebody gives another one. */
public record WorldPolicy(Sandbox sandbox) {
    /** The token that a world gives the gates unless it says otherwise. */
    public static final String TOKEN = "sandbox-token";

    /** Name of the group whose members approve tickets. */
    public static final String MANAGERS = "managers";
    /** Name of the status that says that a manager approved. */
    public static final String APPROVED = "Approved";

    /** The policy as the gate takes it. */
    public ReviewPolicy review() {
        TicketPolicy tickets = new TicketPolicy(TicketPolicy.MARKER, List.of(jira(), redmine()));
        return ReviewPolicy.of("master", tickets, people());
    }

    private Tracker jira() {
        return tracker("jira", Tracker.Kind.JIRA, sandbox.jira(), Set.of("OPS"));
    }

    private Tracker redmine() {
        return tracker("redmine", Tracker.Kind.REDMINE, sandbox.redmine(), Set.of("operations"));
    }

    private static Tracker tracker(String name, Tracker.Kind kind, URI url, Set<String> projects) {
        return new Tracker(name, kind, url, projects, Set.of(APPROVED), MANAGERS);
    }

    private People people() {
        return new People(sandbox.world().accounts().all().stream()
                .filter(Account::exists)
                .map(WorldPolicy::known)
                .toList());
    }

    private static People.Known known(Account account) {
        return new People.Known(
                new Person(account.login()),
                Set.of(
                        new io.jenkins.plugins.itgc.people.Account(
                                "jira", account.jira().accountId()),
                        new io.jenkins.plugins.itgc.people.Account(
                                "redmine", account.redmine().login())),
                "");
    }
}
