package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.Optional;

/** The code host tells who pushed the head; author and committer of a commit can be typed in, a pusher logs in. */
public final class PushersKnown implements ReviewRule {
    private static final String RULE = "Pusher known";

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        Optional<Account> pusher =
                facts.headPush().map(PushFacts::pusher).filter(account -> account.kind() != Account.Kind.GHOST);
        return pusher.map(account -> Explanation.pass(RULE, account.login() + " pushed the head."))
                .orElseGet(() -> Explanation.unknown(RULE, unknown(facts)));
    }

    private static Finding unknown(PullRequestFacts facts) {
        return new Finding(
                "review.pusher-unknown",
                "The repository's activity does not tell who pushed " + facts.head().abbreviated() + ".",
                facts.name(),
                facts.link(),
                "Give the credentials read access to the activity of the head repository, or push the branch again.");
    }
}
