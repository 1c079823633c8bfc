package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.Optional;

/** The code host tells who pushed the head; author and committer of a commit can be typed in, a pusher logs in. */
public final class PushersKnown implements ReviewRule {
    private static final Message RULE = Message.of("review.rule.pushers-known");

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        Optional<Account> pusher =
                facts.headPush().map(PushFacts::pusher).filter(account -> account.kind() != Account.Kind.GHOST);
        return pusher.map(account -> Explanation.pass(RULE, Message.of("review.reason.pushers-known", account.login())))
                .orElseGet(() -> Explanation.unknown(RULE, unknown(facts)));
    }

    private static Finding unknown(PullRequestFacts facts) {
        return Finding.of(
                "review.pusher-unknown",
                facts.name(),
                facts.link(),
                facts.head().abbreviated());
    }
}
