package io.jenkins.plugins.itgc.testbed.sandbox.redmine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineSite;
import java.util.Arrays;
import java.util.List;

/** Issues with their journals, and the statuses. */
record IssuePaths(World world) {
    void addTo(Routes routes) {
        routes.on("GET", "/redmine/issues/{id}.json", this::show)
                .on("PUT", "/redmine/issues/{id}.json", this::update)
                .on("GET", "/redmine/issue_statuses.json", request -> Answer.json(200, statuses()));
    }

    private Answer show(Request request) {
        RedmineIssue issue = found(request);
        ObjectNode json = issue(issue);
        boolean journals = request.parameter("include")
                .filter(names -> Arrays.asList(names.split(",")).contains("journals"))
                .isPresent();
        if (journals) {
            json.set("journals", Json.array(issue.journals(), this::journal));
        }
        return Answer.json(200, Json.object().set("issue", json));
    }

    private ObjectNode issue(RedmineIssue issue) {
        RedmineIssue.Facts facts = issue.facts();
        RedmineSite site = world.redmine();
        ObjectNode json = Json.object().put("id", issue.id());
        json.set(
                "project",
                named(
                        RedmineSite.number(site.projects().keySet(), facts.project()),
                        site.projects().get(facts.project())));
        json.set("tracker", named(RedmineSite.number(site.trackers(), facts.tracker()), facts.tracker()));
        json.set("status", named(site.statusId(issue.status()), issue.status()));
        json.set("priority", named(2, "Normal"));
        json.set("author", person(facts.author()));
        if (facts.assignee() != null) {
            json.set("assigned_to", person(facts.assignee()));
        }
        boolean closed = site.closedStatuses().contains(issue.status());
        return json.put("subject", facts.subject())
                .put("description", facts.description())
                .putNull("start_date")
                .putNull("due_date")
                .put("done_ratio", 0)
                .put("is_private", false)
                .putNull("estimated_hours")
                .put("created_on", facts.created().toString())
                .put("updated_on", issue.updated().toString())
                .put("closed_on", closed ? issue.updated().toString() : null);
    }

    private ObjectNode journal(RedmineIssue.Journal journal) {
        ObjectNode json = Json.object().put("id", journal.id());
        json.set("user", person(journal.author()));
        json.put("notes", journal.notes())
                .put("created_on", journal.at().toString())
                .put("private_notes", false);
        json.set("details", Json.array(journal.details(), this::detail));
        return json;
    }

    private ObjectNode detail(RedmineIssue.Detail detail) {
        boolean isStatus = detail.field().equals("status_id");
        return Json.object()
                .put("property", "attr")
                .put("name", detail.field())
                .put("old_value", isStatus && detail.from() != null ? status(detail.from()) : detail.from())
                .put("new_value", isStatus ? status(detail.to()) : detail.to());
    }

    private String status(String name) {
        return Integer.toString(world.redmine().statusId(name));
    }

    private ObjectNode statuses() {
        ObjectNode json = Json.object();
        List<String> names = world.redmine().statuses();
        json.set("issue_statuses", Json.array(names, name -> named(
                        world.redmine().statusId(name), name)
                .put("is_closed", world.redmine().closedStatuses().contains(name))));
        return json;
    }

    private Answer update(Request request) {
        RedmineIssue issue = found(request);
        JsonNode written = request.json().path("issue");
        String notes = written.path("notes").asText("");
        List<RedmineIssue.Detail> details = List.of();
        if (written.has("status_id")) {
            String status = statusWith(written.get("status_id").asInt());
            if (!status.equals(issue.status())) {
                details = List.of(new RedmineIssue.Detail("status_id", issue.status(), status));
            }
        }
        if (!details.isEmpty() || !notes.isEmpty()) {
            issue.changed(new RedmineIssue.Journal(
                    world.ids().next(), request.caller(), world.clock().tick(), notes, details));
        }
        return Answer.empty(204);
    }

    private String statusWith(int id) {
        List<String> names = world.redmine().statuses();
        if (id < 1 || id > names.size()) {
            throw new HttpProblem(422, "Status is not included in the list");
        }
        return names.get(id - 1);
    }

    private RedmineIssue found(Request request) {
        String id = request.variable("id");
        RedmineIssue issue = id.matches("[0-9]{1,9}") ? world.redmine().issues().get(Integer.valueOf(id)) : null;
        if (issue == null) {
            throw new HttpProblem(404, "");
        }
        return issue;
    }

    private static ObjectNode person(Account account) {
        return account == null ? named(0, "Anonymous") : named(account.redmine().id(), account.name());
    }

    static ObjectNode named(int id, String name) {
        return Json.object().put("id", id).put("name", name);
    }
}
