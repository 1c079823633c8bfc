package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.Deployment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.DeploymentStatus;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Deployments and how they go. */
record DeploymentPaths(Rest rest) {
    void addTo(Routes routes) {
        String deployments = RestRoutes.REPOSITORY + "/deployments";
        routes.on("GET", deployments, this::list)
                .on("POST", deployments, this::create)
                .on("GET", deployments + "/{id}/statuses", this::statuses)
                .on("POST", deployments + "/{id}/statuses", this::createStatus);
    }

    private Answer list(Request request) {
        Repository repository = rest.repository(request);
        List<Deployment> found = new ArrayList<>(repository.checks().deployments().stream()
                .filter(deployment -> fits(request, "sha", deployment.sha()))
                .filter(deployment -> fits(request, "ref", deployment.ref()))
                .filter(deployment -> fits(request, "environment", deployment.environment()))
                .toList());
        Collections.reverse(found);
        return Listing.of(request, rest.links()).answer(found, deployment -> deployment(repository, deployment));
    }

    private static boolean fits(Request request, String parameter, String value) {
        return request.parameter(parameter)
                .filter(asked -> !asked.equals(value))
                .isEmpty();
    }

    private Answer create(Request request) {
        Repository repository = rest.repository(request);
        Rest.requirePush(repository, request);
        JsonNode body = request.json();
        String ref = Rest.required(body, "ref");
        Deployment deployment = new Deployment(
                rest.world().ids().next(),
                rest.commit(repository, ref),
                ref,
                body.path("task").asText("deploy"),
                body.path("environment").asText("production"),
                Rest.optional(body, "description"),
                body.has("payload") ? body.get("payload") : Json.object(),
                request.caller(),
                rest.world().clock().tick(),
                new ArrayList<>());
        repository.checks().deployments().add(deployment);
        return Answer.json(201, deployment(repository, deployment));
    }

    private Answer statuses(Request request) {
        Repository repository = rest.repository(request);
        Deployment deployment = deployment(request, repository);
        List<DeploymentStatus> found = new ArrayList<>(deployment.statuses());
        Collections.reverse(found);
        return Listing.of(request, rest.links()).answer(found, status -> status(repository, deployment, status));
    }

    private Answer createStatus(Request request) {
        Repository repository = rest.repository(request);
        Rest.requirePush(repository, request);
        Deployment deployment = deployment(request, repository);
        JsonNode body = request.json();
        Instant at = rest.world().clock().tick();
        DeploymentStatus status = new DeploymentStatus(
                rest.world().ids().next(),
                Rest.required(body, "state"),
                body.path("description").asText(""),
                body.path("log_url").asText(body.path("target_url").asText("")),
                body.path("environment_url").asText(""),
                request.caller(),
                at);
        deployment.statuses().add(status);
        if (status.state().equals("success") && body.path("auto_inactive").asBoolean(true)) {
            deactivateEarlier(repository, deployment, status);
        }
        return Answer.json(201, status(repository, deployment, status));
    }

    /** Only those that succeeded, and none of production, as GitHub says of {@code auto_inactive}. */
    private void deactivateEarlier(Repository repository, Deployment deployment, DeploymentStatus cause) {
        repository.checks().deployments().stream()
                .filter(earlier -> earlier.id() < deployment.id())
                .filter(earlier -> earlier.environment().equals(deployment.environment()))
                .filter(earlier -> !earlier.environment().equals("production"))
                .filter(earlier -> succeeded(earlier.statuses()))
                .forEach(earlier -> earlier.statuses()
                        .add(new DeploymentStatus(
                                rest.world().ids().next(),
                                "inactive",
                                "",
                                cause.logUrl(),
                                "",
                                cause.creator(),
                                cause.at())));
    }

    private static boolean succeeded(List<DeploymentStatus> statuses) {
        return !statuses.isEmpty() && statuses.get(statuses.size() - 1).state().equals("success");
    }

    private static Deployment deployment(Request request, Repository repository) {
        return repository.checks().deployment(Rest.number(request, "id")).orElseThrow(Rest::notFound);
    }

    private ObjectNode deployment(Repository repository, Deployment deployment) {
        String url = url(repository, deployment);
        ObjectNode json = Json.object()
                .put("id", deployment.id())
                .put("node_id", Ids.node("Deployment", deployment.id()))
                .put("sha", deployment.sha())
                .put("ref", deployment.ref())
                .put("task", deployment.task())
                .put("environment", deployment.environment())
                .put("original_environment", deployment.environment())
                .put("description", deployment.description())
                .put("created_at", deployment.at().toString())
                .put("updated_at", deployment.at().toString())
                .put("url", url)
                .put("statuses_url", url + "/statuses")
                .put("repository_url", rest.links().api(repository));
        json.set("payload", deployment.payload());
        json.set("creator", rest.people().nullable(deployment.creator()));
        return json;
    }

    private ObjectNode status(Repository repository, Deployment deployment, DeploymentStatus status) {
        String url = url(repository, deployment);
        ObjectNode json = Json.object()
                .put("id", status.id())
                .put("node_id", Ids.node("DeploymentStatus", status.id()))
                .put("state", status.state())
                .put("description", status.description())
                .put("environment", deployment.environment())
                .put("target_url", status.logUrl())
                .put("created_at", status.at().toString())
                .put("updated_at", status.at().toString())
                .put("url", url + "/statuses/" + status.id())
                .put("deployment_url", url)
                .put("repository_url", rest.links().api(repository));
        json.set("creator", rest.people().nullable(status.creator()));
        if (!status.logUrl().isEmpty()) {
            json.put("log_url", status.logUrl());
        }
        return status.environmentUrl().isEmpty() ? json : json.put("environment_url", status.environmentUrl());
    }

    private String url(Repository repository, Deployment deployment) {
        return rest.links().api(repository) + "/deployments/" + deployment.id();
    }
}
