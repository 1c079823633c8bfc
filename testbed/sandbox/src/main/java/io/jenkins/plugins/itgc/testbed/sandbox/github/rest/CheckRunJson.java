package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.CommitChecks.CheckRun;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;

/** Check runs as REST shows them. */
record CheckRunJson(Links links, PeopleJson people) {
    ObjectNode run(Repository repository, CheckRun run) {
        JsonNode written = run.written();
        String api = links.api(repository) + "/check-runs/" + run.id();
        String conclusion = Rest.optional(written, "conclusion");
        String status =
                conclusion != null ? "completed" : written.path("status").asText("queued");
        String completed = conclusion == null
                ? null
                : written.path("completed_at").asText(run.at().toString());
        ObjectNode json = Json.object()
                .put("id", run.id())
                .put("node_id", Ids.node("CheckRun", run.id()))
                .put("head_sha", run.sha())
                .put("name", written.path("name").asText())
                .put("external_id", written.path("external_id").asText(""))
                .put("url", api)
                .put("html_url", links.web(repository) + "/runs/" + run.id())
                .put("details_url", written.path("details_url").asText(links.web(repository)))
                .put("status", status)
                .put("conclusion", conclusion)
                .put("started_at", written.path("started_at").asText(run.at().toString()))
                .put("completed_at", completed);
        json.putObject("check_suite").put("id", run.id());
        json.set("output", output(written.path("output"), api));
        json.set("app", app(run));
        json.putArray("pull_requests");
        return json;
    }

    private static ObjectNode output(JsonNode written, String api) {
        return Json.object()
                .put("title", Rest.optional(written, "title"))
                .put("summary", Rest.optional(written, "summary"))
                .put("text", Rest.optional(written, "text"))
                .put("annotations_count", written.path("annotations").size())
                .put("annotations_url", api + "/annotations");
    }

    private ObjectNode app(CheckRun run) {
        ObjectNode json = Json.object()
                .put("id", run.creator().id())
                .put("node_id", Ids.node("App", run.creator().id()))
                .put("slug", run.creator().login())
                .put("name", run.creator().name())
                .put("description", "")
                .put("external_url", links.web())
                .put("html_url", links.web() + "/apps/" + run.creator().login())
                .put("created_at", run.at().toString())
                .put("updated_at", run.at().toString());
        json.set("owner", people.user(run.creator()));
        json.putObject("permissions").put("checks", "write");
        json.putArray("events");
        return json;
    }
}
