package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Each step of the production branch since the last deploy is the work of a merged pull request, and holds nothing but
 * that work.
 */
public final class EveryCommitReviewed {
    private static final Message RULE = Message.of("review.rule.every-commit-reviewed");

    /** Judges the steps; the pull requests themselves are judged by the other rules. */
    public Explanation judge(ReviewEvidence evidence, ReviewPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        evidence.included()
                .forEach(included -> objection(included, evidence, policy).ifPresent(findings::add));
        if (!chained(evidence)) {
            findings.add(0, brokenChain(evidence.change()));
        }
        return findings.isEmpty() ? Explanation.pass(RULE, summary(evidence)) : Explanation.refuse(RULE, findings);
    }

    private static Message summary(ReviewEvidence evidence) {
        int steps = evidence.included().size();
        return evidence.baseline() == null
                ? Message.of("review.reason.no-baseline", steps)
                : Message.of(
                        "review.reason.every-commit", steps, evidence.baseline().abbreviated());
    }

    /**
     * The steps must lead without a gap from the last deployed commit to the one that is to be deployed: what lies in a
     * gap would go out unreviewed.
     */
    private static boolean chained(ReviewEvidence evidence) {
        CommitId reached = evidence.baseline();
        for (IncludedChange included : evidence.included()) {
            if (reached != null && !reached.equals(included.onto())) {
                return false;
            }
            reached = included.last();
        }
        return evidence.change().readCommit().equals(reached);
    }

    private static Optional<Finding> objection(IncludedChange included, ReviewEvidence evidence, ReviewPolicy policy) {
        if (included.pullRequest() == null) {
            return Optional.of(stray(included, evidence.change()));
        }
        Optional<PullRequestFacts> facts =
                evidence.pullRequest(included.pullRequest()).map(PullRequestEvidence::facts);
        boolean merged = facts.filter(pr -> pr.merged() && pr.baseBranch().equals(policy.productionBranch()))
                .isPresent();
        if (!merged) {
            return Optional.of(stray(included, evidence.change()));
        }
        return foreignWork(included, facts.get());
    }

    private static Optional<Finding> foreignWork(IncludedChange included, PullRequestFacts pullRequest) {
        MergeFacts merge = Objects.requireNonNull(included.merge(), "A pull request is compared with what it brought.");
        if (wholly(included, merge, pullRequest) && merge.clean()) {
            return Optional.empty();
        }
        Message where = merge.edited().stream()
                .findFirst()
                .map(file -> Message.text(file.path()))
                .orElse(Message.of("review.part.changed-files"));
        return Optional.of(Finding.of(
                "review.merge-edited",
                pullRequest.name(),
                pullRequest.link(),
                included.last().abbreviated(),
                pullRequest.name(),
                where));
    }

    /** Whether the comparison is of the reviewed head, and of everything that this step brought. */
    private static boolean wholly(IncludedChange included, MergeFacts merge, PullRequestFacts pullRequest) {
        return merge.reviewed().equals(pullRequest.head())
                && merge.onto().equals(included.onto())
                && merge.result().equals(included.last());
    }

    private static Finding stray(IncludedChange included, Change change) {
        return Finding.of(
                "review.unreviewed-commit",
                change.repository().toString(),
                null,
                included.last().abbreviated());
    }

    private static Finding brokenChain(Change change) {
        return Finding.of(
                "review.broken-range",
                change.repository().toString(),
                null,
                change.readCommit().abbreviated());
    }
}
