package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.TicketOperation.TransitionTicket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tickets, their changelog, remarks and transitions. */
record IssuePaths(World world, JiraJson json, int version) {
    void addTo(Routes routes) {
        String issue = "/jira/rest/api/" + version + "/issue/{key}";
        routes.on("GET", issue, this::issue)
                .on("GET", issue + "/comment", this::comments)
                .on("POST", issue + "/comment", this::comment)
                .on("GET", issue + "/transitions", this::transitions)
                .on("POST", issue + "/transitions", this::transition);
        if (json.isCloud()) {
            routes.on("GET", issue + "/changelog", this::changelog);
        }
    }

    private Answer issue(Request request) {
        JiraIssue issue = found(request);
        return Answer.json(
                200, new IssueJson(json).issue(issue, request.parameter("fields"), request.parameter("expand")));
    }

    private Answer changelog(Request request) {
        return Answer.json(200, JiraPage.of(request, found(request).history(), 100, json::history));
    }

    private Answer comments(Request request) {
        JiraIssue issue = found(request);
        List<Comment> comments = new ArrayList<>(issue.comments());
        if (request.parameter("orderBy").filter("-created"::equals).isPresent()) {
            Collections.reverse(comments);
        }
        ObjectNode page = Json.object().put("startAt", 0).put("maxResults", 100).put("total", comments.size());
        page.set("comments", Json.array(comments.stream().limit(100).toList(), one -> json.comment(issue, one)));
        return Answer.json(200, page);
    }

    private Answer comment(Request request) {
        JiraIssue issue = found(request);
        JsonNode body = request.json().path("body");
        if (version == 3 ? !body.isObject() : !body.isTextual()) {
            throw new HttpProblem(400, "Comment body is not valid!");
        }
        String text = version == 3 ? RichText.text(body) : body.asText();
        Comment comment = new Comment(
                world.ids().next(), request.caller(), text, world.clock().tick());
        issue.comment(comment);
        return Answer.json(201, json.comment(issue, comment));
    }

    private Answer transitions(Request request) {
        JiraIssue issue = found(request);
        List<String> others = world.jira().statuses().stream()
                .filter(status -> !status.equals(issue.status()))
                .toList();
        ObjectNode answer = Json.object().put("expand", "transitions");
        answer.set("transitions", Json.array(others, this::transition));
        return Answer.json(200, answer);
    }

    private ObjectNode transition(String status) {
        ObjectNode transition = Json.object().put("id", id(status)).put("name", status);
        transition.set("to", json.status(status));
        return transition;
    }

    private Answer transition(Request request) {
        JiraIssue issue = found(request);
        String id = request.json().path("transition").path("id").asText();
        String status = world.jira().statuses().stream()
                .filter(name -> id(name).equals(id))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(
                        400,
                        "It seems that you have tried to perform a workflow operation"
                                + " that is not valid for the current state of this issue"));
        new TransitionTicket(issue.key(), status, request.caller().login()).applyTo(world);
        return Answer.empty(204);
    }

    /** From every status every other can be reached, by a transition of its own. */
    private String id(String status) {
        return Integer.toString(11 + 10 * world.jira().statuses().indexOf(status));
    }

    private JiraIssue found(Request request) {
        String key = request.variable("key");
        return world.jira().issues().values().stream()
                .filter(issue ->
                        issue.key().equals(key) || Long.toString(issue.id()).equals(key))
                .findFirst()
                .orElseThrow(
                        () -> new HttpProblem(404, "Issue does not exist or you do not have permission to see it."));
    }
}
