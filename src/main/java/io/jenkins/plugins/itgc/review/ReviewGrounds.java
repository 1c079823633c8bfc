package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a passed review rests on, named so that a person sees at once what has changed since. Which commits came since
 * the last deploy is not part of it: an earlier deploy in the queue rightly shortens them.
 */
record ReviewGrounds(ReviewEvidence evidence) {
    Map<Ground, Object> hashed() {
        Map<Ground, Object> grounds = new HashMap<>();
        grounds.put(
                Ground.the(Ground.Part.COMMIT),
                List.of(
                        CommitBody.of(evidence.change().readCommit()),
                        TreeBody.of(evidence.change().readTree())));
        evidence.pullRequests().forEach(pullRequest -> put(pullRequest, grounds));
        return grounds;
    }

    private static void put(PullRequestEvidence pullRequest, Map<Ground, Object> grounds) {
        PullRequestFacts facts = pullRequest.facts();
        ReviewBody.Facts kept = PullRequestWire.facts(facts);
        String name = facts.name();
        grounds.put(new Ground(Ground.Part.DESCRIPTION, name), kept.body());
        grounds.put(new Ground(Ground.Part.REVIEWS, name), verdicts(facts));
        grounds.put(new Ground(Ground.Part.LABELS, name), kept.labelEvents());
        grounds.put(new Ground(Ground.Part.COMMITS, name), List.of(kept.head(), kept.headTree(), kept.commits()));
        grounds.put(new Ground(Ground.Part.TARGET_BRANCH, name), kept.baseBranch());
        pullRequest
                .tickets()
                .forEach(ticket ->
                        grounds.put(new Ground(Ground.Part.TICKET, ticket.key().toString()), content(ticket)));
    }

    /** Without its status: that may rightly move on, and whether it still is an approved one is judged anew. */
    private static Object content(TicketFacts ticket) {
        return List.of(ticket.summary(), ticket.scopeChanges());
    }

    /** Without mere comments, which decide nothing. */
    private static List<ReviewBody.Review> verdicts(PullRequestFacts facts) {
        return facts.reviews().stream()
                .filter(ReviewFacts::opinion)
                .map(PullRequestWire::review)
                .toList();
    }
}
