package io.jenkins.plugins.itgc.connect.github;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a review that we write, which GitHub does not show: one account reviews for several environments, and
 * each must find its own again. Reviews of older versions name no environment.
 *
 * @param environment whose rules the review is by; null when there is only one and it has no name
 */
record ReviewMarker(@Nullable String environment) {
    private static final String NAME = "itgc-deploy-gates review";

    /** Only at the very beginning: what comes after is text from outside. */
    private static final Pattern LINE = Pattern.compile("\\A<!-- " + NAME + "(?:: ([^\\s<>]+))? -->(?:\\R|\\z)");

    /** The environment's name is written as in an address, so that it cannot end the comment. */
    String line() {
        return environment == null ? "<!-- " + NAME + " -->" : "<!-- " + NAME + ": " + written(environment) + " -->";
    }

    private static String written(String environment) {
        return PathSegments.encodedValue(environment);
    }

    /** Whether a review was written for another environment. */
    boolean foreign(OwnReview review) {
        return environment != null
                && named(review)
                        .filter(name -> !name.equals(written(environment)))
                        .isPresent();
    }

    /** Whose rules a review says that it is by; empty when it does not say so. */
    static Optional<String> named(OwnReview review) {
        Matcher line = LINE.matcher(review.body());
        return line.find() ? Optional.ofNullable(line.group(1)) : Optional.empty();
    }

    /** Whether a review was written by us at all, rather than by a person who uses our account. */
    static boolean marks(OwnReview review) {
        return LINE.matcher(review.body()).find();
    }

    /** What a review says, in a form to compare: GitHub may trim what it stores. */
    static String text(String body) {
        return LINE.matcher(body).replaceFirst("").replace("\r", "").strip();
    }
}
