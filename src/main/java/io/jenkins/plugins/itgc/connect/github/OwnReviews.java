package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What our account said of a pull request before, as one environment sees it. The account has a single vote on GitHub, its
 * latest opinion, so environments that disagree must not outvote each other: the one that asks for changes wins.
 *
 * @param all oldest first
 * @param marker of the environment that looks
 * @param head what is reviewed now
 */
record OwnReviews(List<OwnReview> all, ReviewMarker marker, CommitId head) {
    /** What this environment said last; a comment counts only where it is one of ours. */
    Optional<OwnReview> own() {
        return all.stream()
                .filter(review -> !marker.foreign(review))
                .filter(review -> review.state() != State.COMMENTED || ReviewMarker.marks(review))
                .reduce((earlier, later) -> later);
    }

    /** How to say it: what passes here while another environment asks for changes is said without a vote. */
    State wanted(boolean pass) {
        if (!pass) {
            return State.CHANGES_REQUESTED;
        }
        return anotherObjects() ? State.COMMENTED : State.APPROVED;
    }

    /** Whether this environment has said it of this head, and the account's vote is as it must be. */
    boolean says(State wanted) {
        Optional<OwnReview> said = own().filter(review -> head.equals(review.commit()));
        if (wanted == State.COMMENTED) {
            return said.filter(review -> review.state() == State.COMMENTED || review.state() == State.APPROVED)
                    .isPresent();
        }
        return said.filter(review -> review.state() == wanted).isPresent() && vote() == wanted;
    }

    private State vote() {
        return all.stream()
                .map(OwnReview::state)
                .filter(state -> state != State.COMMENTED)
                .reduce((earlier, later) -> later)
                .orElse(State.COMMENTED);
    }

    private boolean anotherObjects() {
        Map<String, OwnReview> latest = new HashMap<>();
        all.stream()
                .filter(marker::foreign)
                .forEach(review -> latest.put(ReviewMarker.named(review).orElseThrow(), review));
        return latest.values().stream()
                .anyMatch(review -> review.state() == State.CHANGES_REQUESTED && head.equals(review.commit()));
    }
}
