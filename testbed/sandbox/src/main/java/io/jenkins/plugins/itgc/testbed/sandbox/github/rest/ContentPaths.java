package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.git.TreeEntry;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.Base64;
import java.util.List;

/** Files, trees and blobs. */
record ContentPaths(Rest rest) {
    /** Above a megabyte GitHub gives a file's content only raw. */
    private static final long LARGEST = 1_048_576;

    void addTo(Routes routes) {
        String repo = RestRoutes.REPOSITORY;
        routes.on("GET", repo + "/contents/{path+}", this::contents)
                .on("GET", repo + "/contents/", this::contents)
                .on("GET", repo + "/git/trees/{sha+}", this::tree)
                .on("GET", repo + "/git/blobs/{sha}", this::blob);
    }

    private Answer contents(Request request) {
        Repository repository = rest.repository(request);
        String path = request.variables().getOrDefault("path", "");
        String ref = request.parameter("ref").orElse(repository.defaultBranch());
        String commit = repository.commitAt(ref).orElseThrow(Rest::notFound);
        String root = repository.store().commit(commit).tree();
        if (path.isEmpty()) {
            return directory(repository, ref, root, "");
        }
        TreeEntry entry = repository.trees().at(root, path).orElseThrow(Rest::notFound);
        if (entry.type().equals("tree")) {
            return directory(repository, ref, entry.sha(), path + "/");
        }
        byte[] content = repository.store().blob(entry.sha());
        return wantsRaw(request)
                ? Answer.bytes(200, "application/vnd.github.raw; charset=utf-8", content)
                : Answer.json(200, file(repository, ref, entry, content));
    }

    private static boolean wantsRaw(Request request) {
        return request.header("accept").filter(accept -> accept.contains("raw")).isPresent();
    }

    private ObjectNode file(Repository repository, String ref, TreeEntry entry, byte[] content) {
        boolean told = content.length <= LARGEST;
        return entry(repository, ref, entry.path(), entry)
                .put(
                        "content",
                        told ? Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(content) + "\n" : "")
                .put("encoding", told ? "base64" : "none");
    }

    private Answer directory(Repository repository, String ref, String tree, String folder) {
        List<TreeEntry> entries = repository.trees().entries(tree, false);
        return Answer.json(200, Json.array(entries, entry -> entry(repository, ref, folder + entry.path(), entry)));
    }

    private ObjectNode entry(Repository repository, String ref, String path, TreeEntry entry) {
        boolean folder = entry.type().equals("tree");
        String api = rest.links().api(repository);
        String self = api + "/contents/" + Paths.encoded(path) + "?ref=" + Paths.encoded(ref);
        String git = api + (folder ? "/git/trees/" : "/git/blobs/") + entry.sha();
        String web = rest.links().web(repository) + (folder ? "/tree/" : "/blob/") + Paths.encoded(ref) + "/"
                + Paths.encoded(path);
        ObjectNode json = Json.object()
                .put("name", entry.name())
                .put("path", path)
                .put("sha", entry.sha())
                .put("size", Math.max(0, entry.size()))
                .put("type", folder ? "dir" : "file")
                .put("url", self)
                .put("html_url", web)
                .put("git_url", git)
                .put("download_url", folder ? null : web.replace("/blob/", "/raw/"));
        json.putObject("_links").put("self", self).put("git", git).put("html", web);
        return json;
    }

    private Answer tree(Request request) {
        Repository repository = rest.repository(request);
        String expression = request.variable("sha");
        String sha = repository
                .commitAt(expression)
                .map(commit -> repository.store().commit(commit).tree())
                .or(() -> repository.store().object(expression))
                .filter(found -> repository.store().type(found).equals("tree"))
                .orElseThrow(Rest::notFound);
        boolean recursive = request.parameter("recursive").isPresent();
        ObjectNode json = Json.object().put("sha", sha).put("url", rest.links().api(repository) + "/git/trees/" + sha);
        json.set("tree", Json.array(repository.trees().entries(sha, recursive), entry -> line(repository, entry)));
        return Answer.json(200, json.put("truncated", false));
    }

    private ObjectNode line(Repository repository, TreeEntry entry) {
        ObjectNode json = Json.object()
                .put("path", entry.path())
                .put("mode", entry.mode())
                .put("type", entry.type())
                .put("sha", entry.sha())
                .put("url", rest.links().api(repository) + "/git/" + entry.type() + "s/" + entry.sha());
        return entry.size() < 0 ? json : json.put("size", entry.size());
    }

    private Answer blob(Request request) {
        Repository repository = rest.repository(request);
        String sha = repository
                .store()
                .object(request.variable("sha"))
                .filter(found -> repository.store().type(found).equals("blob"))
                .orElseThrow(Rest::notFound);
        byte[] content = repository.store().blob(sha);
        if (wantsRaw(request)) {
            return Answer.bytes(200, "application/vnd.github.raw; charset=utf-8", content);
        }
        return Answer.json(
                200,
                Json.object()
                        .put("sha", sha)
                        .put("node_id", Ids.node("Blob", sha))
                        .put("size", content.length)
                        .put("url", rest.links().api(repository) + "/git/blobs/" + sha)
                        .put(
                                "content",
                                Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(content) + "\n")
                        .put("encoding", "base64"));
    }
}
