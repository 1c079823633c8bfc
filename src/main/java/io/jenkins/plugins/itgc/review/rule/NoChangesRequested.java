package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Nobody has changes requested as their latest word. Whoever asks is heard, also without write permission: the code host
 * tells only who has it now, so somebody's objection would vanish with the permission or the account.
 */
public final class NoChangesRequested implements ReviewRule {
    private static final String RULE = "No changes requested";

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        Contributors contributors = Contributors.of(facts);
        List<Finding> findings = LatestReviews.of(facts).stream()
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
        return part(dismissal.by(), contributors).map(part -> selfDismissed(name, review, part));
    }

    /** All deleted accounts look alike, so one of them may be anybody's. */
    private static Optional<String> part(Account by, Contributors contributors) {
        return by.kind() == Account.Kind.GHOST
                ? Optional.of("that account is deleted, so nobody can tell whether it had a hand in this code")
                : contributors.partOf(by);
    }

    private static Finding selfDismissed(String name, ReviewFacts review, String part) {
        String what = review.dismissal().by().login() + " dismissed the request for changes by " + reviewer(review)
                + ", but " + part + ".";
        String next = gone(review)
                ? "Open a new pull request with this code and have that reviewed."
                : "Ask " + review.reviewer().login() + " to review again, or open a new pull request with this code.";
        return new Finding("review.dismissed-by-contributor", what, name, review.link(), next);
    }

    private static Finding requested(String name, ReviewFacts review) {
        String next = gone(review)
                ? "Make the changes, then ask somebody who had no hand in this code to dismiss the review."
                : "Make the changes and ask " + review.reviewer().login()
                        + " to review again, or somebody who had no hand in this code to dismiss the review.";
        return new Finding(
                "review.changes-requested", reviewer(review) + " requested changes.", name, review.link(), next);
    }

    private static String reviewer(ReviewFacts review) {
        if (gone(review)) {
            return "somebody whose account is deleted";
        }
        String login = review.reviewer().login();
        return review.reviewerMayPush() ? login : login + ", who has no write permission now,";
    }

    private static boolean gone(ReviewFacts review) {
        return review.reviewer().kind() == Account.Kind.GHOST;
    }
}
