package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.CheckRun;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.Status;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commit statuses and check runs. */
record CheckPaths(Rest rest) {
    private static final Set<String> STATES = Set.of("error", "failure", "pending", "success");

    void addTo(Routes routes) {
        String repo = RestRoutes.REPOSITORY;
        routes.on("POST", repo + "/statuses/{sha}", this::createStatus)
                .on("GET", repo + "/commits/{ref}/statuses", this::statuses)
                .on("GET", repo + "/commits/{ref}/status", this::combined)
                .on("POST", repo + "/check-runs", this::createRun);
    }

    private Answer createStatus(Request request) {
        Repository repository = rest.repository(request);
        Rest.requirePush(repository, request);
        JsonNode body = request.json();
        String state = Rest.required(body, "state");
        if (!STATES.contains(state)) {
            throw new HttpProblem(422, "state is not one of " + STATES);
        }
        String context = Rest.optional(body, "context");
        Status status = new Status(
                rest.world().ids().next(),
                rest.commit(repository, request.variable("sha")),
                context == null ? "default" : context,
                state,
                Rest.optional(body, "description"),
                Rest.optional(body, "target_url"),
                request.caller(),
                rest.world().clock().tick());
        repository.checks().statuses().add(status);
        return Answer.json(201, status(repository, status));
    }

    private Answer statuses(Request request) {
        Repository repository = rest.repository(request);
        return Listing.of(request, rest.links())
                .answer(newestFirst(repository, request), status -> status(repository, status));
    }

    private Answer combined(Request request) {
        Repository repository = rest.repository(request);
        String sha = rest.commit(repository, request.variable("ref"));
        Map<String, Status> latest = new LinkedHashMap<>();
        newestFirst(repository, request).forEach(status -> latest.putIfAbsent(status.context(), status));
        String api = rest.links().api(repository) + "/commits/" + sha;
        ObjectNode json = Json.object()
                .put("state", state(latest))
                .put("sha", sha)
                .put("total_count", latest.size())
                .put("commit_url", api)
                .put("url", api + "/status");
        json.set("statuses", Json.array(latest.values(), status -> simple(repository, status)));
        json.set("repository", rest.repositories().repository(repository));
        return Answer.json(200, json);
    }

    private static String state(Map<String, Status> latest) {
        if (latest.values().stream()
                .anyMatch(status -> Set.of("error", "failure").contains(status.state()))) {
            return "failure";
        }
        boolean success = !latest.isEmpty()
                && latest.values().stream().allMatch(status -> status.state().equals("success"));
        return success ? "success" : "pending";
    }

    private List<Status> newestFirst(Repository repository, Request request) {
        String sha = rest.commit(repository, request.variable("ref"));
        List<Status> found = new ArrayList<>(repository.checks().statuses().stream()
                .filter(status -> status.sha().equals(sha))
                .toList());
        Collections.reverse(found);
        return found;
    }

    private ObjectNode status(Repository repository, Status status) {
        ObjectNode json = simple(repository, status);
        json.set("creator", rest.people().nullable(status.creator()));
        return json;
    }

    private ObjectNode simple(Repository repository, Status status) {
        return Json.object()
                .put("id", status.id())
                .put("node_id", Ids.node("StatusContext", status.id()))
                .put("url", rest.links().api(repository) + "/statuses/" + status.sha())
                .put("avatar_url", rest.links().avatar(status.creator()))
                .put("state", status.state())
                .put("description", status.description())
                .put("target_url", status.target())
                .put("context", status.context())
                .put("created_at", status.at().toString())
                .put("updated_at", status.at().toString());
    }

    private Answer createRun(Request request) {
        Repository repository = rest.repository(request);
        JsonNode body = request.json();
        Rest.required(body, "name");
        String sha = rest.commit(repository, Rest.required(body, "head_sha"));
        if (body.path("status").asText().equals("completed") && !body.has("conclusion")) {
            throw new HttpProblem(422, "conclusion is required when status is completed");
        }
        CheckRun run = new CheckRun(
                rest.world().ids().next(),
                sha,
                body,
                request.caller(),
                rest.world().clock().tick());
        repository.checks().runs().add(run);
        return Answer.json(201, new CheckRunJson(rest.links(), rest.people()).run(repository, run));
    }
}
