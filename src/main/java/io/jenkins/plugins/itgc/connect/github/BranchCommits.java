package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commits that stood on a branch after a baseline: its first parents.
 *
 * @param tree tree of the last one
 * @param onBranch oldest first; empty when the baseline is the commit itself
 */
record BranchCommits(TreeId tree, List<Commit> onBranch) {
    private static final int MOST_PAGES = 10;

    /** A commit as the REST interface tells it. */
    record Commit(CommitId id, String nodeId, TreeId tree, List<CommitId> parents) {
        static Commit of(Json json) {
            return new Commit(
                    json.get("sha").as(CommitId::new),
                    json.text("node_id"),
                    json.get("commit").get("tree").get("sha").as(TreeId::new),
                    json.list("parents").stream()
                            .map(parent -> parent.get("sha").as(CommitId::new))
                            .toList());
        }
    }

    static BranchCommits read(GitHubApi api, RepositoryId repository, @Nullable CommitId baseline, CommitId commit)
            throws EvidenceUnavailable, InterruptedException {
        String name = commit.abbreviated() + " of " + repository;
        Commit last = api.get("/repos/" + repository + "/commits/" + commit, name, Commit::of);
        if (commit.equals(baseline)) {
            return new BranchCommits(last.tree(), List.of());
        }
        if (baseline == null) {
            return new BranchCommits(last.tree(), withoutBaseline(api, repository, last));
        }
        String path = "/repos/" + repository + "/compare/" + baseline + "..." + commit + "?per_page=100";
        List<Commit> between = api.list(
                path, "the commits since " + baseline.abbreviated(), MOST_PAGES, page -> page.list("commits").stream()
                        .map(Commit::of)
                        .toList());
        return new BranchCommits(last.tree(), firstParents(api, last, baseline, between));
    }

    /** Enough of the history to see a rebased pull request whole. */
    private static List<Commit> withoutBaseline(GitHubApi api, RepositoryId repository, Commit last)
            throws EvidenceUnavailable, InterruptedException {
        if (last.parents().size() != 1) {
            return List.of(last);
        }
        String path = "/repos/" + repository + "/commits?per_page=100&sha=" + last.id();
        List<Commit> page = api.get(path, "the history of " + last.id().abbreviated(), json -> json.asList().stream()
                .map(Commit::of)
                .toList());
        Map<CommitId, Commit> known = new HashMap<>();
        page.forEach(commit -> known.put(commit.id(), commit));
        List<Commit> line = new ArrayList<>();
        for (Commit at = last;
                at != null && at.parents().size() == 1;
                at = known.get(at.parents().get(0))) {
            line.add(at);
        }
        Collections.reverse(line);
        return line;
    }

    private static List<Commit> firstParents(GitHubApi api, Commit last, CommitId baseline, List<Commit> between)
            throws EvidenceUnavailable {
        Map<CommitId, Commit> known = new HashMap<>();
        between.forEach(commit -> known.put(commit.id(), commit));
        List<Commit> line = new ArrayList<>();
        Commit at = last;
        while (!at.parents().isEmpty() && line.size() <= between.size()) {
            line.add(at);
            CommitId parent = at.parents().get(0);
            if (parent.equals(baseline)) {
                Collections.reverse(line);
                return line;
            }
            at = known.get(parent);
            if (at == null) {
                break;
            }
        }
        throw api.unavailable(
                "connect.baseline-not-on-branch",
                baseline.abbreviated(),
                last.id().abbreviated());
    }
}
