package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.Contributors;
import io.jenkins.plugins.itgc.review.LatestReviews;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.List;
import java.util.Optional;

/** Nobody with write permission has changes requested as their latest word. */
public final class NoChangesRequested implements ReviewRule {
    private static final String RULE = "No changes requested";

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        Contributors contributors = Contributors.of(facts);
        List<Finding> findings = LatestReviews.of(facts).stream()
                .filter(ReviewFacts::reviewerMayPush)
                .map(review -> objection(review, facts.name(), contributors))
                .flatMap(Optional::stream)
                .toList();
        return findings.isEmpty()
                ? Explanation.pass(RULE, "No reviewer asks for changes.")
                : Explanation.refuse(RULE, findings);
    }

    private static Optional<Finding> objection(ReviewFacts review, String name, Contributors contributors) {
        if (review.state() == ReviewFacts.State.CHANGES_REQUESTED) {
            return Optional.of(requested(name, review));
        }
        ReviewFacts.Dismissal dismissal = review.dismissal();
        if (dismissal == null || dismissal.was() != ReviewFacts.State.CHANGES_REQUESTED) {
            return Optional.empty();
        }
        return contributors.partOf(dismissal.by()).map(part -> selfDismissed(name, review, part));
    }

    private static Finding selfDismissed(String name, ReviewFacts review, String part) {
        String reviewer = review.reviewer().login();
        return new Finding(
                "review.dismissed-by-contributor",
                review.dismissal().by().login() + " dismissed the request for changes by " + reviewer + ", but " + part
                        + ".",
                name,
                review.link(),
                "Ask " + reviewer + " to review again.");
    }

    private static Finding requested(String name, ReviewFacts review) {
        String login = review.reviewer().login();
        return new Finding(
                "review.changes-requested",
                login + " requested changes.",
                name,
                review.link(),
                "Make the changes and ask " + login + " to review again, or to dismiss the review.");
    }
}
