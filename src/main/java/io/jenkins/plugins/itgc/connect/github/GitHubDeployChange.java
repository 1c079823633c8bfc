package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Identifies what a deploy would carry, without judging it. */
public final class GitHubDeployChange {
    private final GitHubApi api;
    private final RepositoryId repository;

    GitHubDeployChange(GitHubApi api, RepositoryId repository) {
        this.api = api;
        this.repository = repository;
    }

    /**
     * A commit with what it brings.
     *
     * @param commit what would be deployed
     * @param tree its tree
     * @param base what it is compared with; null when nothing was deployed before
     * @param pullRequests numbers of the carried pull requests, oldest first
     */
    public record Carried(
            CommitId commit, TreeId tree, @Nullable CommitId base, List<Integer> pullRequests) {
        public Carried {
            pullRequests = List.copyOf(pullRequests);
        }
    }

    /**
     * A pull request as its page shows it.
     *
     * @param link its address
     * @param title as written, outside text
     * @param body as written, outside text
     * @param head its last commit
     * @param base tip of the branch that it goes to
     */
    public record Described(int number, String link, String title, String body, CommitId head, CommitId base) {}

    /**
     * What a commit of the production branch brings.
     *
     * @param baseline last deployed commit; null when there is none
     */
    public Carried onBranch(String branch, @Nullable CommitId baseline, CommitId commit)
            throws EvidenceUnavailable, InterruptedException {
        try {
            BranchCommits commits = BranchCommits.read(api, repository, baseline, commit);
            var owners = new AssociatedPullRequests(api, repository, branch).of(commits.onBranch());
            List<Integer> numbers = commits.onBranch().stream()
                    .map(BranchCommits.Commit::id)
                    .map(owners::get)
                    .filter(Objects::nonNull)
                    .map(AssociatedPullRequests.Merged::number)
                    .distinct()
                    .toList();
            List<Integer> carried = baseline == null && !numbers.isEmpty()
                    ? numbers.subList(numbers.size() - 1, numbers.size())
                    : numbers;
            return new Carried(commit, commits.tree(), baseline, carried);
        } catch (MalformedAnswer e) {
            throw api.malformed(e);
        }
    }

    /**
     * What a pull request brings.
     *
     * @param commit what is built; null for its head, whatever it is
     */
    public Carried ofPullRequest(int number, @Nullable CommitId commit)
            throws EvidenceUnavailable, InterruptedException {
        Described described = describe(number);
        if (commit != null && !commit.equals(described.head())) {
            throw api.unavailable(
                    "connect.head-moved",
                    commit.abbreviated(),
                    repository + "#" + number,
                    described.head().abbreviated());
        }
        String path = "/repos/" + repository + "/compare/" + described.base() + "..." + described.head();
        CommitId base = api.get(path + "?per_page=1", "the base of #" + number, json -> json.get("merge_base_commit")
                .get("sha")
                .as(CommitId::new));
        return new Carried(described.head(), tree(described.head()), base, List.of(number));
    }

    /** The tree of a commit. */
    public TreeId tree(CommitId commit) throws EvidenceUnavailable, InterruptedException {
        return api.get(
                "/repos/" + repository + "/commits/" + commit,
                commit.abbreviated() + " of " + repository,
                json -> json.get("commit").get("tree").get("sha").as(TreeId::new));
    }

    /** Reads a pull request by its number, open or merged. */
    public Described describe(int number) throws EvidenceUnavailable, InterruptedException {
        return api.get(
                "/repos/" + repository + "/pulls/" + number, repository + "#" + number, GitHubDeployChange::read);
    }

    private static Described read(Json json) {
        return new Described(
                json.number("number"),
                json.text("html_url"),
                json.text("title"),
                json.optionalText("body").orElse(""),
                json.get("head").get("sha").as(CommitId::new),
                json.get("base").get("sha").as(CommitId::new));
    }
}
