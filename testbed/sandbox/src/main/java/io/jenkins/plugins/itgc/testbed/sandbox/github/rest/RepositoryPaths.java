package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.RateBudget;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;

/** The host, the repository, its branches and who may do what in it. */
record RepositoryPaths(Rest rest, RateBudget core, RateBudget graphql) {
    void addTo(Routes routes) {
        String repo = RestRoutes.REPOSITORY;
        routes.on("GET", RestRoutes.ROOT + "/", request -> Answer.json(200, root()))
                .on("GET", RestRoutes.ROOT + "/meta", request -> Answer.json(200, meta()))
                .on("GET", RestRoutes.ROOT + "/rate_limit", request -> Answer.json(200, rateLimit()))
                .on("GET", repo, request -> Answer.json(200, rest.repositories().repository(rest.repository(request))))
                .on("GET", repo + "/branches", this::branches)
                .on("GET", repo + "/branches/{branch+}", this::branch)
                .on("GET", repo + "/collaborators/{username}/permission", this::permission);
    }

    private static ObjectNode meta() {
        return Json.object().put("verifiable_password_authentication", false).put("installed_version", "3.19.0");
    }

    /** What clients look at to see whether this is GitHub at all. */
    private ObjectNode root() {
        String api = rest.links().api();
        return Json.object()
                .put("current_user_url", api + "/user")
                .put("rate_limit_url", api + "/rate_limit")
                .put("repository_url", api + "/repos/{owner}/{repo}");
    }

    private ObjectNode rateLimit() {
        ObjectNode json = Json.object();
        ObjectNode resources = json.putObject("resources");
        resources.set("core", budget(core));
        resources.set("graphql", budget(graphql));
        resources.set("search", budget(new RateBudget("search")));
        resources.set("integration_manifest", budget(new RateBudget("integration_manifest")));
        json.set("rate", budget(core));
        return json;
    }

    private static ObjectNode budget(RateBudget budget) {
        return Json.object()
                .put("limit", RateBudget.LIMIT)
                .put("remaining", budget.remaining())
                .put("used", budget.used())
                .put("reset", budget.reset().getEpochSecond());
    }

    private Answer branches(Request request) {
        Repository repository = rest.repository(request);
        List<String> names = repository.branches().keySet().stream().sorted().toList();
        return Listing.of(request, rest.links())
                .answer(names, name -> rest.repositories().shortBranch(repository, name));
    }

    private Answer branch(Request request) {
        Repository repository = rest.repository(request);
        String name = request.variable("branch");
        String sha = repository.branches().get(name);
        if (sha == null) {
            throw new HttpProblem(404, "Branch not found");
        }
        String self = rest.links().api(repository) + "/branches/" + Paths.encoded(name);
        ObjectNode json = Json.object().put("name", name);
        json.set("commit", rest.commits().commit(repository, repository.store().commit(sha)));
        json.putObject("_links")
                .put("self", self)
                .put("html", rest.links().web(repository) + "/tree/" + Paths.encoded(name));
        json.put("protected", repository.isProtected(name));
        json.putObject("protection").put("enabled", repository.isProtected(name));
        return Answer.json(200, json.put("protection_url", self + "/protection"));
    }

    private Answer permission(Request request) {
        Repository repository = rest.repository(request);
        Account account = rest.world()
                .accounts()
                .find(request.variable("username"))
                .filter(Account::exists)
                .orElseThrow(Rest::notFound);
        Permission role = repository.access().of(account);
        ObjectNode json = Json.object().put("permission", role.legacyName()).put("role_name", role.roleName());
        json.set("user", rest.people().user(account).put("role_name", role.roleName()));
        return Answer.json(200, json);
    }
}
