package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.rule.TicketReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers everything that the review of a change rests on, side by side where one read does not need another. */
public final class ReviewReader {
    private final PullRequests pullRequests;
    private final ProductionBranch productionBranch;
    private final Deployments deployments;
    private final TicketReader tickets;
    private final InParallel parallel;
    private final ReviewPolicy policy;

    /**
     * @param sources the systems of record
     * @param parallel runs reads that do not need one another
     * @param policy names the production branch, and how a description names its ticket
     */
    public ReviewReader(Sources sources, InParallel parallel, ReviewPolicy policy) {
        this.pullRequests = sources.pullRequests();
        this.productionBranch = sources.productionBranch();
        this.deployments = sources.deployments();
        this.tickets = new TicketReader(sources.tickets(), new TicketReferences(policy.ticket()), parallel);
        this.parallel = parallel;
        this.policy = policy;
    }

    /** The systems of record. */
    public record Sources(
            PullRequests pullRequests, ProductionBranch productionBranch, Tickets tickets, Deployments deployments) {}

    /** @throws EvidenceUnavailable when anything could not be read wholly */
    public ReviewEvidence read(ReviewRequest request) throws EvidenceUnavailable, InterruptedException {
        Integer number = request.pullRequest();
        return number == null ? readRange(request) : readPullRequest(request, number);
    }

    private ReviewEvidence readPullRequest(ReviewRequest request, int number)
            throws EvidenceUnavailable, InterruptedException {
        PullRequestEvidence evidence = readPullRequest(request, number, request.headHint());
        PullRequestFacts facts = evidence.facts();
        if (request.commit() != null && !request.commit().equals(facts.head())) {
            throw moved(facts, request.commit());
        }
        Change change = Change.ofPullRequest(
                facts.repository(), facts.head(), facts.headTree(), facts.number(), request.environment());
        return new ReviewEvidence(change, List.of(evidence), null, List.of());
    }

    private PullRequestEvidence readPullRequest(
            ReviewRequest request, int number, ReviewRequest.@Nullable HeadHint hint)
            throws EvidenceUnavailable, InterruptedException {
        try (TicketReader.Ahead ahead = tickets.ahead(hint)) {
            PullRequestFacts facts = pullRequests.read(request.repository(), number, hint, policy, ahead::described);
            return new PullRequestEvidence(facts, ahead.namedBy(facts));
        }
    }

    private ReviewEvidence readRange(ReviewRequest request) throws EvidenceUnavailable, InterruptedException {
        CommitId commit = Objects.requireNonNull(request.commit(), "A range ends with the commit to review.");
        CommitId baseline = request.environment() == null || request.service() == null
                ? null
                : deployments
                        .lastDeployed(request.repository(), request.service(), request.environment())
                        .orElse(null);
        ProductionBranch.History history =
                productionBranch.read(request.repository(), policy.productionBranch(), baseline, commit);
        List<PullRequestEvidence> carried = readCarried(request, history.included());
        List<Integer> numbers = carried.stream().map(pr -> pr.facts().number()).toList();
        Change change =
                Change.ofProduction(request.repository(), commit, history.tree(), numbers, request.environment());
        return new ReviewEvidence(change, carried, baseline, history.included());
    }

    private List<PullRequestEvidence> readCarried(ReviewRequest request, List<IncludedChange> included)
            throws EvidenceUnavailable, InterruptedException {
        List<InParallel.Read<PullRequestEvidence>> reads = included.stream()
                .map(IncludedChange::pullRequest)
                .filter(Objects::nonNull)
                .distinct()
                .map(number -> parallel.begin(() -> readPullRequest(request, number, null)))
                .toList();
        List<PullRequestEvidence> carried = new ArrayList<>();
        for (InParallel.Read<PullRequestEvidence> read : reads) {
            carried.add(read.get());
        }
        return carried;
    }

    private static EvidenceUnavailable moved(PullRequestFacts facts, CommitId built) {
        return new EvidenceUnavailable(
                Finding.of(
                        "review.head-moved",
                        facts.name(),
                        facts.link(),
                        built.abbreviated(),
                        facts.name(),
                        facts.head().abbreviated()),
                null);
    }
}
