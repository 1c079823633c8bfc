package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest opinion of each person; a mere comment leaves the opinion before it standing. */
public final class LatestReviews {
    /** By the code host's time; among equals the graver state comes last, so that the order of reading does not matter. */
    private static final Comparator<ReviewFacts> OLDEST_FIRST = Comparator.comparing(ReviewFacts::submittedAt)
            .thenComparing(review -> review.state() != ReviewFacts.State.APPROVED)
            .thenComparing(review -> review.state() != ReviewFacts.State.DISMISSED)
            .thenComparing(review -> String.valueOf(review.commit()))
            .thenComparing(review -> String.valueOf(review.link()));

    private LatestReviews() {}

    public static List<ReviewFacts> of(PullRequestFacts facts) {
        Map<String, ReviewFacts> latest = new LinkedHashMap<>();
        facts.reviews().stream()
                .filter(ReviewFacts::opinion)
                .sorted(OLDEST_FIRST)
                .forEach(review -> latest.put(review.reviewer().key(), review));
        return latest.values().stream()
                .sorted(Comparator.comparing(review -> review.reviewer().key()))
                .toList();
    }
}
