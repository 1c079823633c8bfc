package io.jenkins.plugins.itgc.connect.jira;

import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.Rest;
import io.jenkins.plugins.itgc.deploy.TicketNotes;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.List;
import java.util.Map;

/** Comments on Jira issues. */
public final class JiraComments implements TicketNotes {
    /** Newest first, so that a note of this deploy is among them unless many came within minutes. */
    private static final String NEWEST = "/comment?orderBy=-created&maxResults=100";

    private final Rest rest;
    private final int version;

    /** @param version of the REST interface: 3 for Jira Cloud, 2 for Data Center */
    public JiraComments(HttpReader http, int version) {
        this.rest = new Rest(http);
        this.version = version;
    }

    @Override
    public boolean leave(String key, String mark, String text) throws EvidenceUnavailable, InterruptedException {
        String issue = "/rest/api/" + version + "/issue/" + key;
        boolean there = rest.get(issue + NEWEST, "comments of " + key, json -> json.list("comments").stream()
                .anyMatch(comment -> says(comment, mark)));
        if (!there) {
            rest.write("POST", issue + "/comment", "a comment on " + key, Map.of("body", body(text)));
        }
        return !there;
    }

    /** Version 3 gives and takes documents, version 2 plain text. */
    private boolean says(Json comment, String mark) {
        return version == 3
                ? comment.get("body").holdsText(mark)
                : comment.text("body").contains(mark);
    }

    private Object body(String text) {
        if (version == 2) {
            return text;
        }
        Map<String, Object> words = Map.of("type", "text", "text", text);
        Map<String, Object> paragraph = Map.of("type", "paragraph", "content", List.of(words));
        return Map.of("type", "doc", "version", 1, "content", List.of(paragraph));
    }
}
