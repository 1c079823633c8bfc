package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.PullRequests;
import io.jenkins.plugins.itgc.review.ReviewRequest.HeadHint;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pull requests of GitHub: one query, and the push activity beside it. For one run of a gate. */
public final class GitHubPullRequests implements PullRequests {
    private final GitHubApi api;
    private final InParallel parallel;
    private final PullRequestAssembly assembly;
    private final Map<Integer, List<OwnReview>> ownReviews = new ConcurrentHashMap<>();

    GitHubPullRequests(GitHubApi api, InParallel parallel) {
        this.api = api;
        this.parallel = parallel;
        this.assembly = new PullRequestAssembly(api);
    }

    @Override
    public PullRequestFacts read(
            RepositoryId repository,
            int number,
            @Nullable HeadHint hint,
            ReviewPolicy policy,
            Consumer<String> described)
            throws EvidenceUnavailable, InterruptedException {
        InParallel.Read<List<PushFacts>> ahead = hint == null ? null : parallel.begin(() -> new Activity(api).of(hint));
        try {
            PullRequestPages pages = PullRequestPages.read(api, repository, number, policy.productionBranch());
            described.accept(pages.pullRequest().optionalText("body").orElse(""));
            HeadHint branch = headBranch(pages.pullRequest(), repository, number);
            boolean told = branch.equals(hint);
            List<PushFacts> pushes = told && ahead != null ? ahead.get() : new Activity(api).of(branch);
            PullRequestAssembly.Assembled assembled =
                    assembly.assemble(new PullRequestAssembly.Parts(repository, pages, pushes), policy.approvalLabel());
            if (!told || assembled.followedUp() || pages.paged()) {
                requireUnmoved(repository, assembled.facts());
            }
            ownReviews.put(number, new ReviewReading(pages).own());
            return assembled.facts();
        } catch (MalformedAnswer e) {
            throw api.malformed(e);
        }
    }

    /** The reviews that our account gave to a pull request that was read before. */
    List<OwnReview> ownReviews(int number) {
        return ownReviews.getOrDefault(number, List.of());
    }

    private HeadHint headBranch(Json pullRequest, RepositoryId repository, int number) throws EvidenceUnavailable {
        Optional<RepositoryId> head = pullRequest.optional("headRepository").map(found -> found.get("nameWithOwner")
                .as(RepositoryId::parse));
        if (head.isEmpty()) {
            throw api.unavailable(
                    "connect.head-repository-gone",
                    Message.of("connect.head-repository-gone.what", repository + "#" + number),
                    pullRequest.flag("merged")
                            ? afterMerge(repository, pullRequest.text("baseRefName"))
                            : Message.of("connect.head-repository-gone.next", repository.toString()));
        }
        return new HeadHint(head.get(), pullRequest.text("headRefName"));
    }

    /** What was merged stays among what is to be deployed, so neither a new pull request nor a revert takes it out. */
    private static Message afterMerge(RepositoryId repository, String branch) {
        return Message.of("connect.head-repository-gone.next.merged", repository.toString(), branch);
    }

    /** Several answers are no snapshot: the head is read again last, and if it moved, all starts over. */
    private void requireUnmoved(RepositoryId repository, PullRequestFacts facts)
            throws EvidenceUnavailable, InterruptedException {
        Map<String, Object> variables =
                Map.of("owner", repository.owner(), "name", repository.name(), "number", facts.number());
        CommitId now = api.query("head.graphql", variables, facts.name(), data -> data.get("repository")
                .get("pullRequest")
                .get("headRefOid")
                .as(CommitId::new));
        if (!now.equals(facts.head())) {
            throw api.moved(facts.name());
        }
    }
}
