package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A ticket with the fields and expansions that were asked for. */
record IssueJson(JiraJson json) {
    /** What a cloud's expanded changelog holds at most: the latest. */
    private static final int MOST_EXPANDED = 100;

    ObjectNode issue(JiraIssue issue, Optional<String> fields, Optional<String> expand) {
        ObjectNode answer = Json.object()
                .put("expand", "renderedFields,names,schema,operations,editmeta,changelog")
                .put("id", Long.toString(issue.id()))
                .put("self", json.api() + "/issue/" + issue.id())
                .put("key", issue.key());
        answer.set("fields", chosen(fields(issue), fields.orElse("*all")));
        if (expand.filter(names -> Arrays.asList(names.split(",")).contains("changelog"))
                .isPresent()) {
            answer.set("changelog", changelog(issue));
        }
        return answer;
    }

    private ObjectNode fields(JiraIssue issue) {
        ObjectNode fields = Json.object().put("summary", issue.facts().summary());
        fields.set("status", json.status(issue.status()));
        fields.set("description", json.text(issue.facts().description()));
        fields.set("assignee", json.nullable(issue.facts().assignee()));
        fields.set("reporter", json.nullable(issue.facts().reporter()));
        fields.putObject("issuetype").put("name", issue.facts().type()).put("subtask", false);
        fields.putObject("project")
                .put("key", issue.project())
                .put("name", json.world().jira().projects().get(issue.project()));
        fields.put("created", JiraJson.time(issue.facts().created()));
        fields.put("updated", JiraJson.time(updated(issue)));
        ObjectNode comments = fields.putObject("comment");
        comments.set("comments", Json.array(issue.comments(), comment -> json.comment(issue, comment)));
        comments.put("total", issue.comments().size());
        return fields;
    }

    private static Instant updated(JiraIssue issue) {
        List<HistoryEntry> history = issue.history();
        return history.isEmpty()
                ? issue.facts().created()
                : history.get(history.size() - 1).at();
    }

    private static ObjectNode chosen(ObjectNode fields, String names) {
        Set<String> wanted = Arrays.stream(names.split(",")).map(String::strip).collect(Collectors.toSet());
        return wanted.contains("*all") || wanted.contains("*navigable") ? fields : fields.retain(wanted);
    }

    private ObjectNode changelog(JiraIssue issue) {
        List<HistoryEntry> entries = new ArrayList<>(issue.history());
        if (json.isCloud()) {
            Collections.reverse(entries);
        }
        List<HistoryEntry> shown =
                json.isCloud() ? entries.stream().limit(MOST_EXPANDED).toList() : entries;
        ObjectNode changelog =
                Json.object().put("startAt", 0).put("maxResults", shown.size()).put("total", entries.size());
        changelog.set("histories", Json.array(shown, json::history));
        return changelog;
    }
}
