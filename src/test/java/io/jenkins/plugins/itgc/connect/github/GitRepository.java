package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository that git itself keeps, shown the way GitHub shows it. */
record GitRepository(Path folder) {
    static GitRepository at(Path folder) {
        GitRepository repository = new GitRepository(folder);
        repository.git("init", "-q", "-b", "master");
        repository.git("config", "core.autocrlf", "false");
        return repository;
    }

    String git(String... arguments) {
        return new String(run(0, arguments), StandardCharsets.UTF_8).strip();
    }

    private byte[] run(int limit, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectErrorStream(true)
                    .environment()
                    .putAll(Map.of(
                            "GIT_CONFIG_GLOBAL", "/dev/null",
                            "GIT_CONFIG_NOSYSTEM", "1",
                            "GIT_AUTHOR_NAME", "Alice",
                            "GIT_AUTHOR_EMAIL", "alice@example.com",
                            "GIT_COMMITTER_NAME", "Alice",
                            "GIT_COMMITTER_EMAIL", "alice@example.com"));
            Process process = builder.start();
            byte[] said = process.getInputStream().readAllBytes();
            assertThat(process.waitFor())
                    .as("%s: %s", command, new String(said, StandardCharsets.UTF_8))
                    .isLessThanOrEqualTo(limit);
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("git could not be run", e);
        }
    }

    void write(String path, String content) {
        write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    void write(String path, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] read(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    CommitId commit() {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "Work");
        return head();
    }

    CommitId head() {
        return new CommitId(git("rev-parse", "HEAD"));
    }

    TreeId tree(CommitId commit) {
        return new TreeId(git("rev-parse", commit + "^{tree}"));
    }

    /** Whether git merged the branch by itself. */
    boolean merge(String branch) {
        run(1, "merge", "-q", "--no-ff", "--no-edit", branch);
        return git("ls-files", "--unmerged").isEmpty();
    }

    /** Puts what is in the folder into the merge that was just made. */
    CommitId amend() {
        git("add", "-A");
        git("commit", "-q", "--amend", "--no-edit", "--allow-empty");
        return head();
    }

    /** Lets a stand-in show how two commits differ. */
    void showComparison(StandIn gitHub, CommitId base, CommitId head) {
        String mergeBase = git("merge-base", base.sha(), head.sha());
        ObjectNode answer = PullRequestAnswer.JSON.createObjectNode();
        answer.putObject("merge_base_commit").put("sha", mergeBase);
        ArrayNode files = answer.putArray("files");
        for (String line : git("diff", "--raw", "--no-abbrev", "-M", mergeBase, head.sha())
                .lines()
                .toList()) {
            addFile(files.addObject(), line.split(" ", 5)[4].split("\t", -1), line.split(" ", -1));
        }
        gitHub.on("/repos/acme/orders/compare/" + base + "..." + head, answer.toString());
    }

    private static void addFile(ObjectNode file, String[] change, String[] raw) {
        boolean renamed = change[0].startsWith("R");
        String status = renamed
                ? "renamed"
                : Map.of("A", "added", "D", "removed", "M", "modified").get(change[0]);
        file.put("filename", change[renamed ? 2 : 1])
                .put("status", status)
                .put("sha", raw[status.equals("removed") ? 2 : 3]);
        if (renamed) {
            file.put("previous_filename", change[1]);
        }
    }

    /** Lets a stand-in show the files of a commit. */
    void showFiles(StandIn gitHub, CommitId commit) {
        for (String line : git("ls-tree", "-r", commit.sha()).lines().toList()) {
            String path = line.substring(line.indexOf('\t') + 1);
            gitHub.on(
                    "/repos/acme/orders/contents/" + PathSegments.encoded(path) + "?ref=" + commit,
                    ok().withBody(run(0, "cat-file", "blob", line.split("[ \t]", -1)[2])));
        }
    }

    /** Lets a stand-in tell about commits, each for itself and as a range since a baseline. */
    void showHistory(StandIn gitHub, CommitId baseline, CommitId last) {
        gitHub.on("/repos/acme/orders/commits/" + last, told(last.sha()).toString());
        ArrayNode commits = PullRequestAnswer.JSON.createArrayNode();
        String range = baseline == null ? last.sha() : baseline + ".." + last;
        git("rev-list", "--reverse", range).lines().forEach(sha -> commits.add(told(sha)));
        gitHub.on("/repos/acme/orders/commits?per_page=100&sha=" + last, commits.toString());
        ObjectNode answer = PullRequestAnswer.JSON.createObjectNode();
        answer.set("commits", commits);
        gitHub.on("/repos/acme/orders/compare/" + baseline + "..." + last + "?per_page=100", okJson(answer.toString()));
    }

    private ObjectNode told(String sha) {
        ObjectNode commit =
                PullRequestAnswer.JSON.createObjectNode().put("sha", sha).put("node_id", "C_" + sha);
        commit.putObject("commit").putObject("tree").put("sha", git("rev-parse", sha + "^{tree}"));
        ArrayNode parents = commit.putArray("parents");
        String[] line = git("rev-list", "--parents", "-n", "1", sha).split(" ", -1);
        for (int i = 1; i < line.length; i++) {
            parents.addObject().put("sha", line[i]);
        }
        return commit;
    }
}
