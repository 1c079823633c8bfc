package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.HashMap;
import java.util.Map;

/** The files of a repository at a commit, whole: what GitHub cuts short is an error and not a shorter list. */
public final class GitHubTrees {
    private final GitHubApi api;
    private final RepositoryId repository;

    GitHubTrees(GitHubApi api, RepositoryId repository) {
        this.api = api;
        this.repository = repository;
    }

    /** Object names of all files, by path. */
    public Map<String, String> at(CommitId commit) throws EvidenceUnavailable, InterruptedException {
        String name = "the files of " + repository + " at " + commit.abbreviated();
        Json tree = api.get("/repos/" + repository + "/git/trees/" + commit + "?recursive=1", name, json -> json);
        try {
            if (tree.flag("truncated")) {
                throw api.cutShort(Message.of("connect.part.too-many", name));
            }
            Map<String, String> files = new HashMap<>();
            for (Json entry : tree.list("tree")) {
                if (entry.text("type").equals("blob")) {
                    files.put(entry.text("path"), entry.text("sha"));
                }
            }
            return files;
        } catch (MalformedAnswer e) {
            throw api.malformed(e);
        }
    }

    /** The content of a file by its object name. */
    public byte[] content(String blob) throws EvidenceUnavailable, InterruptedException {
        return api.raw(
                "/repos/" + repository + "/git/blobs/" + PathSegments.encodedValue(blob), "a file of " + repository);
    }
}
