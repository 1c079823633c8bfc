package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.git.ChangedFile;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;

/** Commits and changed files as REST shows them. */
final class CommitJson {
    private final Links links;
    private final PeopleJson people;

    CommitJson(Links links, PeopleJson people) {
        this.links = links;
        this.people = people;
    }

    ObjectNode commit(Repository repository, Commit commit) {
        String api = links.api(repository) + "/commits/" + commit.sha();
        ObjectNode json = Json.object()
                .put("sha", commit.sha())
                .put("node_id", Ids.commit(repository, commit.sha()))
                .put("url", api)
                .put("html_url", web(repository, commit.sha()))
                .put("comments_url", api + "/comments");
        json.set("commit", gitCommit(repository, commit));
        json.set("author", people.attributed(commit.author()));
        json.set("committer", people.attributed(commit.committer()));
        json.set("parents", Json.array(commit.parents(), sha -> parent(repository, sha)));
        return json;
    }

    ObjectNode withFiles(Repository repository, Commit commit, List<ChangedFile> all, List<ChangedFile> shown) {
        int additions = all.stream().mapToInt(ChangedFile::additions).sum();
        int deletions = all.stream().mapToInt(ChangedFile::deletions).sum();
        ObjectNode json = commit(repository, commit);
        json.putObject("stats")
                .put("additions", additions)
                .put("deletions", deletions)
                .put("total", additions + deletions);
        json.set("files", Json.array(shown, file -> file(repository, commit.sha(), file)));
        return json;
    }

    ObjectNode file(Repository repository, String sha, ChangedFile file) {
        String blob = links.web(repository) + "/blob/" + sha + "/" + Paths.encoded(file.path());
        ObjectNode json = Json.object()
                .put("sha", file.sha())
                .put("filename", file.path())
                .put("status", file.status().restName())
                .put("additions", file.additions())
                .put("deletions", file.deletions())
                .put("changes", file.additions() + file.deletions())
                .put("blob_url", blob)
                .put("raw_url", blob.replace("/blob/", "/raw/"))
                .put("contents_url", links.api(repository) + "/contents/" + Paths.encoded(file.path()) + "?ref=" + sha);
        if (file.patch() != null) {
            json.put("patch", file.patch());
        }
        return file.previousPath() == null ? json : json.put("previous_filename", file.previousPath());
    }

    private ObjectNode gitCommit(Repository repository, Commit commit) {
        String git = links.api(repository) + "/git/";
        ObjectNode json = Json.object();
        json.set("author", PeopleJson.gitUser(commit.author()));
        json.set("committer", PeopleJson.gitUser(commit.committer()));
        json.put("message", commit.message());
        json.putObject("tree").put("sha", commit.tree()).put("url", git + "trees/" + commit.tree());
        json.put("url", git + "commits/" + commit.sha());
        json.put("comment_count", 0);
        json.set("verification", verification(commit.signature()));
        return json;
    }

    private static ObjectNode verification(Commit.Signature signature) {
        boolean valid = signature != null && signature.valid();
        String reason = signature == null ? "unsigned" : valid ? "valid" : "invalid";
        return Json.object()
                .put("verified", valid)
                .put("reason", reason)
                .putNull("signature")
                .putNull("payload")
                .putNull("verified_at");
    }

    private ObjectNode parent(Repository repository, String sha) {
        return Json.object()
                .put("sha", sha)
                .put("url", links.api(repository) + "/commits/" + sha)
                .put("html_url", web(repository, sha));
    }

    private String web(Repository repository, String sha) {
        return links.web(repository) + "/commit/" + sha;
    }
}
