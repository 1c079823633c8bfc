package io.jenkins.plugins.itgc.connect.jira;

import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.connect.http.Rest;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.Tickets;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads Jira issues with their history, and beside them who is in the managers' group. */
public final class JiraTickets implements Tickets {
    private final Rest rest;
    private final JiraGroup managers;
    private final Tracker tracker;
    private final InParallel parallel;
    private final Set<String> robots;
    private final String api;

    /**
     * How a Jira is to be read.
     *
     * @param version of its REST interface: 3 for Jira Cloud, 2 for Data Center
     * @param robots accounts that are no people although Jira does not say so
     */
    public record Dialect(int version, Set<String> robots) {
        /** @throws IllegalArgumentException for a version that does not exist */
        public Dialect {
            if (version != 2 && version != 3) {
                throw new IllegalArgumentException("Jira has REST versions 2 and 3, not " + version + ".");
            }
            robots = Set.copyOf(robots);
        }
    }

    /**
     * @param http whose base is the front page of Jira
     * @param tracker names the managers' group
     * @param parallel reads the group beside the ticket
     */
    public JiraTickets(HttpReader http, Tracker tracker, Dialect dialect, InParallel parallel) {
        this.rest = new Rest(http);
        this.tracker = tracker;
        this.parallel = parallel;
        this.robots = dialect.robots();
        this.api = "/rest/api/" + dialect.version();
        this.managers = new JiraGroup(rest, api);
    }

    @Override
    public Optional<TicketFacts> read(TicketKey key) throws EvidenceUnavailable, InterruptedException {
        InParallel.Read<Set<String>> members = parallel.begin(() -> managers.members(tracker));
        String path = api + "/issue/" + key.key() + "?fields=summary,status,project&expand=changelog";
        Optional<Json> issue = rest.find(path, key.key(), found -> found);
        if (issue.isEmpty()) {
            members.cancel();
            return Optional.empty();
        }
        try {
            return Optional.of(facts(key, issue.get(), members.get()));
        } catch (MalformedAnswer e) {
            throw rest.malformed(path, e);
        }
    }

    private TicketFacts facts(TicketKey key, Json issue, Set<String> members)
            throws EvidenceUnavailable, InterruptedException {
        Json fields = issue.get("fields");
        JiraChangelog changelog = new JiraChangelog(histories(key, issue.get("changelog")), members, robots);
        return new TicketFacts(
                key,
                fields.get("project").text("key"),
                tracker.link(key.key()),
                fields.text("summary"),
                fields.get("status").text("name"),
                changelog.transitions(),
                changelog.scopeChanges());
    }

    /** Jira Cloud puts only the newest entries into the issue itself. */
    private List<Json> histories(TicketKey key, Json changelog) throws EvidenceUnavailable, InterruptedException {
        List<Json> shown = changelog.list("histories");
        int total = changelog.number("total");
        return total <= shown.size() ? shown : paged(key, total);
    }

    private List<Json> paged(TicketKey key, int total) throws EvidenceUnavailable, InterruptedException {
        List<Json> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            String path = api + "/issue/" + key.key() + "/changelog?maxResults=100&startAt=" + all.size();
            List<Json> page = rest.get(path, "the history of " + key, json -> json.list("values"));
            all.addAll(page);
            more = !page.isEmpty() && all.size() < total;
        }
        if (all.size() < total) {
            throw rest.cutShort(Message.of("connect.part.history", key.toString(), total, all.size()));
        }
        return all;
    }
}
