package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Contributors;
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
    private static final Message RULE = Message.of("review.rule.no-changes-requested");

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        Contributors contributors = Contributions.of(facts);
        List<Finding> findings = LatestReviews.of(facts).stream()
                .map(review -> objection(review, facts.name(), contributors))
                .flatMap(Optional::stream)
                .toList();
        return findings.isEmpty()
                ? Explanation.pass(RULE, Message.of("review.reason.no-changes-requested"))
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
        return part(dismissal.by(), contributors).map(part -> selfDismissed(name, review, dismissal, part));
    }

    /** All deleted accounts look alike, so one of them may be anybody's. */
    private static Optional<Message> part(Account by, Contributors contributors) {
        return by.kind() == Account.Kind.GHOST
                ? Optional.of(Message.of("review.part.deleted-account"))
                : contributors.partOf(by.login());
    }

    private static Finding selfDismissed(
            String name, ReviewFacts review, ReviewFacts.Dismissal dismissal, Message part) {
        String code = "review.dismissed-by-contributor";
        Message problem = Message.of(code + ".what", dismissal.by().login(), reviewer(review), part);
        Message remedy = gone(review)
                ? Message.of("review.dismissed-by-contributor.next.gone")
                : Message.of(code + ".next", review.reviewer().login());
        return new Finding(code, problem, name, review.link(), remedy);
    }

    private static Finding requested(String name, ReviewFacts review) {
        String code = "review.changes-requested";
        Message remedy = gone(review)
                ? Message.of("review.changes-requested.next.gone")
                : Message.of(code + ".next", review.reviewer().login());
        return new Finding(code, Message.of(code + ".what", reviewer(review)), name, review.link(), remedy);
    }

    private static Message reviewer(ReviewFacts review) {
        if (gone(review)) {
            return Message.of("review.part.deleted-reviewer");
        }
        String login = review.reviewer().login();
        return review.reviewerMayPush() ? Message.text(login) : Message.of("review.part.powerless-reviewer", login);
    }

    private static boolean gone(ReviewFacts review) {
        return review.reviewer().kind() == Account.Kind.GHOST;
    }
}
