package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.RepositoryPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.rule.CommitsAttributed;
import io.jenkins.plugins.itgc.review.rule.EveryCommitReviewed;
import io.jenkins.plugins.itgc.review.rule.MigrationMarked;
import io.jenkins.plugins.itgc.review.rule.NoChangesRequested;
import io.jenkins.plugins.itgc.review.rule.PeerReviewed;
import io.jenkins.plugins.itgc.review.rule.PushersKnown;
import io.jenkins.plugins.itgc.review.rule.ReviewRule;
import io.jenkins.plugins.itgc.review.rule.TicketApproved;
import io.jenkins.plugins.itgc.review.rule.TicketLinked;
import java.util.ArrayList;
import java.util.List;

/** Judges a change by all rules of its policy. A pure function. */
public final class ReviewJudge {
    private static final List<ReviewRule> RULES = List.of(
            new TicketLinked(),
            new TicketApproved(),
            new CommitsAttributed(),
            new PushersKnown(),
            new NoChangesRequested(),
            new PeerReviewed(),
            new MigrationMarked());

    private final ReviewPolicy policy;

    /** @param policy of the controller; a repository's own policy is read from the evidence */
    public ReviewJudge(ReviewPolicy policy) {
        this.policy = policy;
    }

    /**
     * Whether the change is reviewed as its policy asks: one pull request, or every commit since the last deploy with
     * each pull request that it carries.
     */
    public Explanation judge(ReviewEvidence evidence) {
        if (evidence.change().subject() == Change.Subject.PULL_REQUEST) {
            return judgePullRequest(evidence);
        }
        List<Explanation> all = new ArrayList<>();
        all.add(new EveryCommitReviewed().judge(evidence, policy));
        evidence.pullRequests().forEach(pullRequest -> all.add(judge(pullRequest)));
        return Explanation.all(name(evidence.change().readCommit().abbreviated()), all);
    }

    private static Message name(String reviewed) {
        return Message.of("review.rule.review", reviewed);
    }

    private Explanation judgePullRequest(ReviewEvidence evidence) {
        if (!forProduction(evidence)) {
            PullRequestFacts facts = evidence.pullRequests().get(0).facts();
            return Explanation.pass(name(facts.name()), Message.of("review.reason.not-production", facts.baseBranch()));
        }
        return judge(evidence.pullRequests().get(0));
    }

    private Explanation judge(PullRequestEvidence evidence) {
        Message name = name(evidence.facts().name());
        try {
            ReviewPolicy tightened = tightened(evidence.facts());
            return Explanation.all(
                    name,
                    RULES.stream().map(rule -> rule.judge(evidence, tightened)).toList());
        } catch (InvalidPolicy e) {
            return Explanation.unknown(name, unreadable(evidence.facts(), e));
        }
    }

    /** The repository may ask for more than the controller does. */
    private ReviewPolicy tightened(PullRequestFacts facts) {
        return RepositoryPolicy.parse(facts.repositoryPolicy()).tighten(policy);
    }

    private Finding unreadable(PullRequestFacts facts, InvalidPolicy problem) {
        return Finding.of(
                "review.repository-policy",
                facts.repository() + " " + RepositoryPolicy.FILE,
                null,
                problem.wording(),
                policy.productionBranch());
    }

    /** Whether this evidence is about the production branch at all. */
    public boolean forProduction(ReviewEvidence evidence) {
        return evidence.change().subject() == Change.Subject.PRODUCTION_COMMIT
                || evidence.pullRequests().stream()
                        .anyMatch(pr -> pr.facts().baseBranch().equals(policy.productionBranch()));
    }
}
