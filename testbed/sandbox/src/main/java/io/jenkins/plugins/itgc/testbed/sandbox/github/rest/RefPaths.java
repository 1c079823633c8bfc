package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Git references: branches, and the heads of pull requests. */
record RefPaths(Rest rest) {
    void addTo(Routes routes) {
        String git = RestRoutes.REPOSITORY + "/git";
        routes.on("GET", git + "/ref/{ref+}", this::exact)
                .on("GET", git + "/matching-refs/{ref+}", this::matching)
                .on("GET", git + "/refs/{ref+}", this::exactOrMatching);
    }

    private Answer exact(Request request) {
        Repository repository = rest.repository(request);
        String name = name(request);
        String sha = refs(repository).get(name);
        if (sha == null) {
            throw Rest.notFound();
        }
        return Answer.json(200, ref(repository, name, sha));
    }

    private Answer matching(Request request) {
        Repository repository = rest.repository(request);
        return Listing.of(request, rest.links())
                .answer(under(repository, name(request)), found -> ref(repository, found.getKey(), found.getValue()));
    }

    /** The older path, which clients still ask: the one reference, or else a list of those that begin like it. */
    private Answer exactOrMatching(Request request) {
        Repository repository = rest.repository(request);
        String name = name(request);
        if (refs(repository).containsKey(name)) {
            return exact(request);
        }
        if (under(repository, name).isEmpty()) {
            throw Rest.notFound();
        }
        return matching(request);
    }

    private static String name(Request request) {
        return "refs/" + request.variable("ref");
    }

    private static List<Map.Entry<String, String>> under(Repository repository, String prefix) {
        return refs(repository).entrySet().stream()
                .filter(ref -> ref.getKey().startsWith(prefix))
                .toList();
    }

    private static SortedMap<String, String> refs(Repository repository) {
        SortedMap<String, String> refs = repository.branches().entrySet().stream()
                .collect(Collectors.toMap(
                        branch -> "refs/heads/" + branch.getKey(), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        repository.pullRequests().forEach((number, pull) -> refs.put("refs/pull/" + number + "/head", pull.headOid()));
        return refs;
    }

    private ObjectNode ref(Repository repository, String name, String sha) {
        String git = rest.links().api(repository) + "/git";
        ObjectNode json = Json.object()
                .put("ref", name)
                .put("node_id", Ids.node("Ref", repository.id() + ":" + name))
                .put("url", git + "/" + Paths.encoded(name));
        json.putObject("object").put("type", "commit").put("sha", sha).put("url", git + "/commits/" + sha);
        return json;
    }
}
