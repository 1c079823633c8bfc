package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the merged pull request that brought a commit onto the production branch. */
final class AssociatedPullRequests {
    private static final int PAGE = 100;

    private final GitHubApi api;
    private final RepositoryId repository;
    private final String branch;

    AssociatedPullRequests(GitHubApi api, RepositoryId repository, String branch) {
        this.api = api;
        this.repository = repository;
        this.branch = branch;
    }

    /**
     * A merged pull request.
     *
     * @param head its last commit
     */
    record Merged(int number, CommitId head) {}

    /** Commits that belong to none are left out. */
    Map<CommitId, Merged> of(List<BranchCommits.Commit> commits) throws EvidenceUnavailable, InterruptedException {
        Map<CommitId, Merged> owners = new HashMap<>();
        for (int from = 0; from < commits.size(); from += PAGE) {
            List<String> ids = commits.subList(from, Math.min(from + PAGE, commits.size())).stream()
                    .map(BranchCommits.Commit::nodeId)
                    .toList();
            api.query("associated.graphql", Map.of("ids", ids), "pull requests of " + repository, data -> {
                data.list("nodes").forEach(node -> owner(node).ifPresent(pr -> owners.put(CommitReading.id(node), pr)));
                return owners;
            });
        }
        return owners;
    }

    /** The one that GitHub says was merged by this commit, else the only one merged into the branch. */
    private Optional<Merged> owner(Json commit) {
        CommitId id = CommitReading.id(commit);
        List<Json> merged = commit.get("associatedPullRequests").list("nodes").stream()
                .filter(this::mergedHere)
                .toList();
        Optional<Json> exact = merged.stream()
                .filter(pr -> pr.optional("mergeCommit")
                        .map(CommitReading::id)
                        .filter(id::equals)
                        .isPresent())
                .findFirst();
        return exact.or(() -> merged.size() == 1 ? Optional.of(merged.get(0)) : Optional.empty())
                .map(pr -> new Merged(pr.number("number"), pr.get("headRefOid").as(CommitId::new)));
    }

    private boolean mergedHere(Json pr) {
        boolean here = pr.optional("baseRepository")
                .map(base -> base.get("nameWithOwner").as(RepositoryId::parse).equals(repository))
                .orElse(false);
        return here && pr.flag("merged") && pr.text("baseRefName").equals(branch);
    }
}
