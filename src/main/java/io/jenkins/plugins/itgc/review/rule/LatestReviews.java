package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The latest opinion of each person; a mere comment leaves the opinion before it standing. All deleted accounts share a
 * name, so nobody can say which of them gave a review: each of theirs stands for itself.
 */
public final class LatestReviews {
    /** By the code host's time; among equals the graver state comes last, so that the order of reading does not matter. */
    private static final Comparator<ReviewFacts> OLDEST_FIRST = Comparator.comparing(ReviewFacts::submittedAt)
            .thenComparing(review -> review.state() != ReviewFacts.State.APPROVED)
            .thenComparing(review -> review.state() != ReviewFacts.State.DISMISSED)
            .thenComparing(review -> String.valueOf(review.commit()))
            .thenComparing(review -> String.valueOf(review.link()));

    private LatestReviews() {}

    /** The opinions that count now, by the login of the reviewer; those that were dismissed are among them. */
    public static List<ReviewFacts> of(PullRequestFacts facts) {
        Map<String, ReviewFacts> latest = new LinkedHashMap<>();
        opinions(facts)
                .filter(review -> !ghostly(review))
                .sorted(OLDEST_FIRST)
                .forEach(review -> latest.put(review.reviewer().key(), review));
        return Stream.concat(latest.values().stream(), opinions(facts).filter(LatestReviews::ghostly))
                .sorted(Comparator.comparing(
                                (ReviewFacts review) -> review.reviewer().key())
                        .thenComparing(OLDEST_FIRST))
                .toList();
    }

    private static Stream<ReviewFacts> opinions(PullRequestFacts facts) {
        return facts.reviews().stream().filter(ReviewFacts::opinion);
    }

    private static boolean ghostly(ReviewFacts review) {
        return review.reviewer().kind() == Account.Kind.GHOST;
    }
}
