package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the pull request one review that says what the gate decided; writes nothing when nothing changed. */
public final class GitHubReviews {
    private final GitHubApi api;
    private final GitHubPullRequests pullRequests;

    GitHubReviews(GitHubApi api, GitHubPullRequests pullRequests) {
        this.api = api;
        this.pullRequests = pullRequests;
    }

    /** What was done on GitHub. */
    public enum Written {
        SUBMITTED,
        UPDATED,
        UNCHANGED
    }

    /**
     * Publishes the ruling on the one pull request it is about.
     *
     * @throws EvidenceUnavailable when GitHub does not take it; the ruling itself stands
     */
    public Written publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException {
        Change change = ruling.change();
        int number = change.pullRequests().get(0);
        String body = new ReviewBody(ruling).markdown();
        State wanted = ruling.decision() instanceof Decision.Pass ? State.APPROVED : State.CHANGES_REQUESTED;
        Optional<OwnReview> latest = latest(pullRequests.ownReviews(number));
        if (latest.isEmpty() || !says(latest.get(), wanted, change)) {
            submit(change, number, wanted, body);
            return Written.SUBMITTED;
        }
        if (same(latest.get().body(), body)) {
            return Written.UNCHANGED;
        }
        api.write("PUT", reviews(change, number) + "/" + latest.get().id(), "the review", Map.of("body", body));
        return Written.UPDATED;
    }

    private static Optional<OwnReview> latest(List<OwnReview> reviews) {
        return reviews.stream()
                .filter(review -> review.state() != State.COMMENTED)
                .reduce((earlier, later) -> later);
    }

    private static boolean says(OwnReview review, State wanted, Change change) {
        return review.state() == wanted && change.commit().equals(review.commit());
    }

    /** GitHub may trim what it stores. */
    private static boolean same(String stored, String body) {
        return stored.replace("\r", "").strip().equals(body.strip());
    }

    private void submit(Change change, int number, State wanted, String body)
            throws EvidenceUnavailable, InterruptedException {
        String event = wanted == State.APPROVED ? "APPROVE" : "REQUEST_CHANGES";
        Map<String, String> review =
                Map.of("commit_id", change.commit().sha(), "event", event, "body", body);
        api.write("POST", reviews(change, number), "a review of #" + number, review);
    }

    private static String reviews(Change change, int number) {
        return "/repos/" + change.repository() + "/pulls/" + number + "/reviews";
    }
}
