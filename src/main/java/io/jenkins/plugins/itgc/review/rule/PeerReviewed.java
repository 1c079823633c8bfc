package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.ArrayList;
import java.util.List;

/** Enough people who did not contribute to the code, and may write to the repository, approved exactly this code. */
public final class PeerReviewed implements ReviewRule {
    private static final Message RULE = Message.of("review.rule.peer-reviewed");

    @Override
    public Explanation judge(PullRequestEvidence evidence, ReviewPolicy policy) {
        PullRequestFacts facts = evidence.facts();
        List<Approval> approvals = Approvals.of(facts, policy);
        List<String> peers = approvals.stream()
                .filter(Approval::counts)
                .map(approval -> approval.by().key())
                .distinct()
                .sorted()
                .toList();
        if (peers.size() >= policy.requiredApprovals()) {
            return Explanation.pass(RULE, approvedBy(approvals, facts));
        }
        return Explanation.refuse(RULE, findings(facts, policy, approvals, peers.size()));
    }

    private static Message approvedBy(List<Approval> approvals, PullRequestFacts facts) {
        List<Message> by = approvals.stream()
                .filter(Approval::counts)
                .map(Approval::how)
                .distinct()
                .toList();
        return Message.of("review.reason.peer-reviewed", by, facts.head().abbreviated());
    }

    private static List<Finding> findings(
            PullRequestFacts facts, ReviewPolicy policy, List<Approval> approvals, int peers) {
        List<Finding> findings = new ArrayList<>();
        approvals.stream()
                .filter(approval -> !approval.counts())
                .map(Approval::objection)
                .forEach(findings::add);
        findings.add(tooFew(facts, policy, peers));
        return findings;
    }

    private static Finding tooFew(PullRequestFacts facts, ReviewPolicy policy, int peers) {
        return Finding.of(
                "review.not-peer-reviewed",
                facts.name(),
                facts.link(),
                peers,
                policy.requiredApprovals(),
                facts.head().abbreviated());
    }
}
