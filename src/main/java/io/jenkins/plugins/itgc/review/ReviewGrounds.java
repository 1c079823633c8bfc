package io.jenkins.plugins.itgc.review;

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
    Map<String, Object> named() {
        Map<String, Object> grounds = new HashMap<>();
        grounds.put("the commit", List.of(evidence.change().commit(), evidence.change().tree()));
        evidence.pullRequests().forEach(pullRequest -> put(pullRequest, grounds));
        return grounds;
    }

    private static void put(PullRequestEvidence pullRequest, Map<String, Object> grounds) {
        PullRequestFacts facts = pullRequest.facts();
        String of = " of " + facts.name();
        grounds.put("the description" + of, facts.body());
        grounds.put("the reviews" + of, verdicts(facts));
        grounds.put("the labels" + of, facts.labelEvents());
        grounds.put("the commits" + of, List.of(facts.head(), facts.headTree(), facts.commits()));
        grounds.put("the target branch" + of, facts.baseBranch());
        pullRequest
                .tickets()
                .forEach(ticket -> grounds.put("the content of ticket " + ticket.key(), content(ticket)));
    }

    /** Without its status: that may rightly move on, and whether it still is an approved one is judged anew. */
    private static Object content(TicketFacts ticket) {
        return List.of(ticket.summary(), ticket.scopeChanges());
    }

    /** Without mere comments, which decide nothing. */
    private static List<ReviewFacts> verdicts(PullRequestFacts facts) {
        return facts.reviews().stream().filter(ReviewFacts::opinion).toList();
    }
}
