package io.jenkins.plugins.itgc.connect.redmine;

import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.connect.http.Rest;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts.Transition;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads Redmine issues with their journals. The API key must be an administrator's: only those see groups. */
public final class RedmineTickets implements Tickets {
    private final Rest rest;
    private final Tracker tracker;
    private final InParallel parallel;
    private final Set<String> robots;

    /** @param robots logins of accounts that are no people */
    public RedmineTickets(HttpReader http, Tracker tracker, Set<String> robots, InParallel parallel) {
        this.rest = new Rest(http);
        this.tracker = tracker;
        this.parallel = parallel;
        this.robots = Set.copyOf(robots);
    }

    @Override
    public Optional<TicketFacts> read(TicketKey key) throws EvidenceUnavailable, InterruptedException {
        InParallel.Read<Map<String, String>> statuses = parallel.begin(this::statusNames);
        String path = "/issues/" + key.key() + ".json?include=journals";
        Optional<Json> issue = rest.find(path, "issue " + key, found -> found.get("issue"));
        if (issue.isEmpty()) {
            statuses.cancel();
            return Optional.empty();
        }
        try {
            return Optional.of(facts(key, issue.get(), statuses.get()));
        } catch (MalformedAnswer e) {
            throw rest.malformed(path, e);
        }
    }

    private Map<String, String> statusNames() throws EvidenceUnavailable, InterruptedException {
        return rest.get("/issue_statuses.json", "the statuses", json -> json.list("issue_statuses").stream()
                .collect(Collectors.toMap(status -> status.identifier("id"), status -> status.text("name"))));
    }

    private TicketFacts facts(TicketKey key, Json issue, Map<String, String> statuses)
            throws EvidenceUnavailable, InterruptedException {
        InParallel.Read<String> project = parallel.begin(() -> project(issue.get("project")));
        RedmineJournals journals = new RedmineJournals(issue.list("journals"));
        List<Transition> last = lastTransition(journals, statuses);
        return new TicketFacts(
                key,
                project.get(),
                tracker.link(key.key()),
                issue.text("subject"),
                issue.get("status").text("name"),
                last,
                journals.scopeChanges());
    }

    /** Several projects may bear one name, and whoever manages a project chooses it; the identifier is its own for good. */
    private String project(Json project) throws EvidenceUnavailable, InterruptedException {
        String name = project.text("name");
        String path = "/projects/" + project.identifier("id") + ".json";
        return rest.get(path, "project " + name, found -> found.get("project").text("identifier"));
    }

    /** Only the last change of status is judged, so only its author is looked up. */
    private List<Transition> lastTransition(RedmineJournals journals, Map<String, String> statuses)
            throws EvidenceUnavailable, InterruptedException {
        List<Transition> last = new ArrayList<>();
        Optional<RedmineJournals.StatusChange> change = journals.lastStatusChange();
        if (change.isPresent()) {
            String to = statuses.getOrDefault(
                    change.get().statusId(), "status " + change.get().statusId());
            last.add(new Transition(to, actor(change.get()), change.get().at()));
        }
        return last;
    }

    private TicketActor actor(RedmineJournals.StatusChange change) throws EvidenceUnavailable, InterruptedException {
        String path = "/users/" + change.userId() + ".json?include=groups";
        Optional<Json> user = rest.find(path, "user " + change.userName(), found -> found.get("user"));
        if (user.isEmpty()) {
            return new TicketActor("", change.userName(), false, false);
        }
        if (user.get().optional("groups").isEmpty()) {
            throw rest.unavailable(
                    "connect.forbidden",
                    Message.of("connect.forbidden.what.group", tracker.managersGroup()),
                    Message.of("connect.forbidden.next.group"));
        }
        TicketActor actor = actor(user.get());
        if (!actor.manager()) {
            requireGroup();
        }
        return actor;
    }

    /** Of a group that does not exist everybody is no member, which says nothing of anybody. */
    private void requireGroup() throws EvidenceUnavailable, InterruptedException {
        boolean exists = rest.get("/groups.json", "the groups", json -> json.list("groups").stream()
                .anyMatch(group -> group.text("name").equals(tracker.managersGroup())));
        if (!exists) {
            throw TicketTrackers.noGroup(rest, tracker);
        }
    }

    private TicketActor actor(Json user) {
        String login = user.text("login");
        boolean manager = user.list("groups").stream()
                .anyMatch(group -> group.text("name").equals(tracker.managersGroup()));
        String name = user.text("firstname") + " " + user.text("lastname");
        return new TicketActor(login, name, !login.isEmpty() && !robots.contains(login), manager);
    }
}
