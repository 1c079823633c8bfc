package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives the pull request one review for each environment that says what the gate decided, and nothing twice. */
public final class GitHubReviews {
    private final GitHubApi api;
    private final GitHubPullRequests pullRequests;

    GitHubReviews(GitHubApi api, GitHubPullRequests pullRequests) {
        this.api = api;
        this.pullRequests = pullRequests;
    }

    /**
     * Publishes the ruling on the one pull request it is about.
     *
     * @param language in which it is written
     * @throws EvidenceUnavailable when GitHub does not take it; the ruling itself stands
     */
    public Written publish(Ruling ruling, Locale language) throws EvidenceUnavailable, InterruptedException {
        Change change = ruling.change();
        int number = change.pullRequests().get(0);
        String body = new ReviewBody(ruling, language).markdown();
        OwnReviews before = new OwnReviews(
                pullRequests.ownReviews(number), new ReviewMarker(change.environment()), change.readCommit());
        State wanted = before.wanted(ruling.decision() instanceof Decision.Pass);
        Optional<OwnReview> said = before.own().filter(review -> before.says(wanted));
        if (said.isEmpty()) {
            submit(change, wanted, body);
            return Written.SUBMITTED;
        }
        if (ReviewMarker.text(said.get().body()).equals(ReviewMarker.text(body))) {
            return Written.UNCHANGED;
        }
        api.write("PUT", reviews(change) + "/" + said.get().id(), "the review", Map.of("body", body));
        return Written.UPDATED;
    }

    /** Our vote as it stands, for a change that could not be read. */
    public StandingVote standing(Change change) throws EvidenceUnavailable, InterruptedException {
        return StandingVote.read(api, change);
    }

    /**
     * Takes an approval of ours back where the pull request could not be judged and the approval says more than is known.
     *
     * @param language in which the review is written
     * @throws EvidenceUnavailable when GitHub does not take it either
     */
    public Written withdraw(Ruling unknown, StandingVote standing, Locale language)
            throws EvidenceUnavailable, InterruptedException {
        if (!standing.overstates(unknown)) {
            return Written.UNCHANGED;
        }
        Ruling now = standing.ofHead(unknown);
        submit(now.change(), State.CHANGES_REQUESTED, new ReviewBody(now, language).markdown());
        return Written.SUBMITTED;
    }

    private void submit(Change change, State wanted, String body) throws EvidenceUnavailable, InterruptedException {
        String event =
                switch (wanted) {
                    case APPROVED -> "APPROVE";
                    case COMMENTED -> "COMMENT";
                    default -> "REQUEST_CHANGES";
                };
        Map<String, String> review = Map.of("commit_id", change.readCommit().sha(), "event", event, "body", body);
        api.write(
                "POST", reviews(change), "a review of #" + change.pullRequests().get(0), review);
    }

    private static String reviews(Change change) {
        return "/repos/" + change.repository() + "/pulls/"
                + change.pullRequests().get(0) + "/reviews";
    }
}
