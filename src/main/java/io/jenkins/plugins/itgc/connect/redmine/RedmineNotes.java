package io.jenkins.plugins.itgc.connect.redmine;

import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Rest;
import io.jenkins.plugins.itgc.deploy.TicketNotes;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Map;

/** Notes on Redmine issues. */
public final class RedmineNotes implements TicketNotes {
    private final Rest rest;

    /** @param http whose base is the front page of Redmine */
    public RedmineNotes(HttpReader http) {
        this.rest = new Rest(http);
    }

    @Override
    public boolean leave(String key, String mark, String text) throws EvidenceUnavailable, InterruptedException {
        String issue = "/issues/" + key + ".json";
        boolean there = rest.get(
                issue + "?include=journals", "issue " + key, json -> json.get("issue").list("journals").stream()
                        .anyMatch(journal ->
                                journal.optionalText("notes").orElse("").contains(mark)));
        if (!there) {
            rest.write("PUT", issue, "a note on issue " + key, Map.of("issue", Map.of("notes", text)));
        }
        return !there;
    }
}
