package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.List;

/** Says whether the change brings a migration, which the migration gate then asks for. Never blocks. */
public final class MigrationMarked implements ReviewRule {
    private static final Message RULE = Message.of("review.rule.migration-marked");

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        List<String> files = Migrations.in(evidence.facts(), policy);
        return files.isEmpty()
                ? Explanation.skipped(RULE, Message.of("review.reason.no-migration"))
                : Explanation.pass(RULE, Message.of("review.reason.migration", files.size(), files.get(0)));
    }
}
