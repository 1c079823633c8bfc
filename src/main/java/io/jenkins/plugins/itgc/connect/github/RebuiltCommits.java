package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out where approved commits, and those of the same tree that came in their place, left the base. */
final class RebuiltCommits {
    private final GitHubApi api;
    private final RepositoryId repository;

    RebuiltCommits(GitHubApi api, RepositoryId repository) {
        this.api = api;
        this.repository = repository;
    }

    /** An approved commit, and another one of the same tree. */
    private record Pair(CommitId reviewed, CommitId result) {}

    /**
     * Looks at the head and at what only merges of the base part from it.
     *
     * @param merges of the base, from the head on
     */
    List<RebuiltFacts> of(
            Json pullRequest, List<CommitFacts> commits, List<ReviewFacts> reviews, List<MergeFacts> merges)
            throws EvidenceUnavailable, InterruptedException {
        Set<CommitId> line = Stream.concat(
                        Stream.of(pullRequest.get("headRefOid").as(CommitId::new)),
                        merges.stream().map(MergeFacts::reviewed))
                .collect(Collectors.toSet());
        List<Pair> pairs = commits.stream()
                .filter(commit -> line.contains(commit.id()))
                .flatMap(commit -> sameTree(commit, line, reviews))
                .distinct()
                .toList();
        return pairs.isEmpty() ? List.of() : parted(pairs, base(pullRequest));
    }

    private static Stream<Pair> sameTree(CommitFacts commit, Set<CommitId> line, List<ReviewFacts> reviews) {
        return reviews.stream()
                .filter(review -> review.state() == ReviewFacts.State.APPROVED)
                .filter(review -> commit.tree().equals(review.tree()))
                .map(ReviewFacts::commit)
                .filter(reviewed -> reviewed != null && !line.contains(reviewed))
                .map(reviewed -> new Pair(reviewed, commit.id()));
    }

    /** All against one and the same state of the base, which may move meanwhile. */
    private List<RebuiltFacts> parted(List<Pair> pairs, CommitId base)
            throws EvidenceUnavailable, InterruptedException {
        List<RebuiltFacts> rebuilt = new ArrayList<>();
        for (Pair pair : pairs) {
            rebuilt.add(new RebuiltFacts(
                    pair.reviewed(), left(base, pair.reviewed()), pair.result(), left(base, pair.result())));
        }
        return rebuilt;
    }

    /** The base as it is now; after the merge, as it was before: the merge contains every commit of the pull request. */
    private CommitId base(Json pullRequest) throws EvidenceUnavailable, InterruptedException {
        if (!pullRequest.flag("merged")) {
            return new BranchLine(api, repository).tip(pullRequest.text("baseRefName"));
        }
        CommitId merge = CommitReading.id(pullRequest.get("mergeCommit"));
        return api.get(
                "/repos/" + repository + "/commits/" + merge,
                "the merge " + merge.abbreviated(),
                json -> json.list("parents").get(0).get("sha").as(CommitId::new));
    }

    private CommitId left(CommitId base, CommitId commit) throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + repository + "/compare/" + base + "..." + commit;
        String name = "the comparison of " + base.abbreviated() + " and " + commit.abbreviated();
        return api.get(path, name, Comparison::of).mergeBase();
    }
}
