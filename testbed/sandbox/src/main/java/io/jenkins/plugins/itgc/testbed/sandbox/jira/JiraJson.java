package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue.HistoryEntry;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.JiraYaml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Jira's things as one version of its REST shows them. */
record JiraJson(World world, String api, int version) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    boolean isCloud() {
        return world.jira().deployment() == JiraYaml.Deployment.CLOUD;
    }

    /** Cloud knows accounts by id and says their type; a server knows them by name. */
    ObjectNode user(Account account) {
        ObjectNode json = Json.object();
        if (isCloud()) {
            json.put("self", api + "/user?accountId=" + account.jira().accountId())
                    .put("accountId", account.jira().accountId())
                    .put("accountType", account.jira().accountType());
        } else {
            json.put("self", api + "/user?username=" + account.login())
                    .put("name", account.login())
                    .put("key", account.login());
        }
        return json.put("emailAddress", account.email())
                .put("displayName", account.name())
                .put("active", account.jira().active() && account.exists())
                .put("timeZone", "Etc/UTC");
    }

    JsonNode nullable(Account account) {
        return account == null ? NullNode.instance : user(account);
    }

    ObjectNode status(String name) {
        String id = world.jira().statusId(name);
        ObjectNode json = Json.object()
                .put("self", api + "/status/" + id)
                .put("id", id)
                .put("name", name)
                .put("description", "");
        json.set("statusCategory", category(name));
        return json;
    }

    private ObjectNode category(String status) {
        List<String> all = world.jira().statuses();
        boolean isFirst = all.indexOf(status) == 0;
        boolean isDone = status.equalsIgnoreCase("Done") || status.equalsIgnoreCase("Closed");
        String key = isFirst ? "new" : isDone ? "done" : "indeterminate";
        int id = isFirst ? 2 : isDone ? 3 : 4;
        return Json.object()
                .put("self", api + "/statuscategory/" + id)
                .put("id", id)
                .put("key", key)
                .put("name", isFirst ? "To Do" : isDone ? "Done" : "In Progress");
    }

    JsonNode text(String text) {
        if (version == 2) {
            return new TextNode(text);
        }
        return text.isEmpty() ? NullNode.instance : RichText.of(text);
    }

    ObjectNode history(HistoryEntry entry) {
        ObjectNode json = Json.object().put("id", Long.toString(entry.id()));
        if (entry.author() != null) {
            json.set("author", user(entry.author()));
        }
        json.put("created", time(entry.at()));
        json.set("items", Json.array(entry.items(), this::item));
        return json;
    }

    private ObjectNode item(JiraIssue.Item item) {
        boolean isStatus = item.field().equals("status");
        return Json.object()
                .put("field", item.field())
                .put("fieldtype", "jira")
                .put("fieldId", item.field())
                .put("from", isStatus && item.from() != null ? world.jira().statusId(item.from()) : null)
                .put("fromString", item.from())
                .put("to", isStatus ? world.jira().statusId(item.to()) : null)
                .put("toString", item.to());
    }

    ObjectNode comment(JiraIssue issue, Comment comment) {
        ObjectNode json = Json.object()
                .put("self", api + "/issue/" + issue.id() + "/comment/" + comment.id())
                .put("id", Long.toString(comment.id()));
        json.set("author", nullable(comment.author()));
        json.set("body", text(comment.body()));
        return json.put("created", time(comment.createdAt())).put("updated", time(comment.updatedAt()));
    }
}
