package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import com.fasterxml.jackson.databind.JsonNode;
import hudson.AbortException;
import hudson.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;

/** Fetches the files of a commit, without their history. */
public final class GitHubCheckout {
    private final GitHubRepository repository;

    private GitHubCheckout(GitHubRepository repository) {
        this.repository = repository;
    }

    /** From the repository of the build's job. */
    public static GitHubCheckout of(Run<?, ?> build) throws AbortException {
        if (SCMSource.SourceByItem.findSource(build.getParent()) instanceof GitHubSCMSource source) {
            return new GitHubCheckout(new GitHubRepository(source, build.getParent()));
        }
        throw new AbortException("This job has no repository to check out");
    }

    /** Puts all files of a commit into a folder, over what is there. */
    public void into(Path folder, String commit) throws IOException, InterruptedException {
        JsonNode tree = repository.get("/git/trees/" + commit + "?recursive=1");
        if (tree.path("truncated").asBoolean()) {
            throw new AbortException("The repository has more files than GitHub lists at once");
        }
        for (JsonNode entry : tree.path("tree")) {
            if (entry.path("type").asText().equals("blob")) {
                write(folder, entry);
            }
        }
    }

    private void write(Path folder, JsonNode entry) throws IOException, InterruptedException {
        Path file = folder.resolve(entry.path("path").asText()).normalize();
        if (!file.startsWith(folder)) {
            throw new AbortException("The repository has a file outside of itself: " + entry.path("path"));
        }
        JsonNode blob = repository.get("/git/blobs/" + entry.path("sha").asText());
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getMimeDecoder().decode(blob.path("content").asText()));
        if (entry.path("mode").asText().equals("100755") && !file.toFile().setExecutable(true)) {
            throw new IOException("The file cannot be made executable: " + file);
        }
    }
}
