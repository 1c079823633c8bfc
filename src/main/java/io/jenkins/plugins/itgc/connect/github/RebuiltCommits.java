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
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out where approved commits, and those of the same tree that came in their place, left the base. */
final class RebuiltCommits {
    private final GitHubApi api;
    private final RepositoryId repository;
    private final TreeMap<CommitId, CommitId> bases = new TreeMap<>(java.util.Comparator.comparing(CommitId::sha));

    RebuiltCommits(GitHubApi api, RepositoryId repository) {
        this.api = api;
        this.repository = repository;
    }

    /**
     * Looks at the head and at what only merges of the base parted from it.
     *
     * @param merges of the base, from the head on
     */
    List<RebuiltFacts> of(Json pullRequest, CommitFacts head, List<MergeFacts> merges, Parts parts)
            throws EvidenceUnavailable, InterruptedException {
        Set<CommitId> line = Stream.concat(Stream.of(head.id()), merges.stream().map(MergeFacts::reviewed))
                .collect(Collectors.toSet());
        List<RebuiltFacts> rebuilt = new ArrayList<>();
        for (CommitFacts commit : parts.commits()) {
            for (ReviewFacts review : parts.reviews()) {
                boolean sameTree = commit.tree().equals(review.tree()) && !line.contains(review.commit());
                if (sameTree && line.contains(commit.id()) && review.state() == ReviewFacts.State.APPROVED) {
                    CommitId base = base(pullRequest);
                    rebuilt.add(new RebuiltFacts(
                            review.commit(), left(base, review.commit()), commit.id(), left(base, commit.id())));
                }
            }
        }
        return rebuilt.stream().distinct().toList();
    }

    /** What is looked at. */
    record Parts(List<CommitFacts> commits, List<ReviewFacts> reviews) {}

    /** The base as it is now; after the merge, as it was before: the merge contains every commit of the pull request. */
    private CommitId base(Json pullRequest) throws EvidenceUnavailable, InterruptedException {
        if (!pullRequest.flag("merged")) {
            return new BranchLine(api, repository).tip(pullRequest.text("baseRefName"));
        }
        CommitId merge = CommitReading.id(pullRequest.get("mergeCommit"));
        return api.get("/repos/" + repository + "/commits/" + merge, "the merge " + merge.abbreviated(), json -> json
                .list("parents").get(0).get("sha").as(CommitId::new));
    }

    private CommitId left(CommitId base, CommitId commit) throws EvidenceUnavailable, InterruptedException {
        if (!bases.containsKey(commit)) {
            String path = "/repos/" + repository + "/compare/" + base + "..." + commit;
            String name = "the comparison of " + base.abbreviated() + " and " + commit.abbreviated();
            bases.put(commit, api.get(path, name, Comparison::of).mergeBase());
        }
        return bases.get(commit);
    }
}
