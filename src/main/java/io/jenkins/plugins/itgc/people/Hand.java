package io.jenkins.plugins.itgc.people;

import java.util.Objects;

/**
 * A hand that somebody had in a change.
 *
 * @param login who, at the code host; null when the code host attributes it to nobody
 * @param part what they did, such as "committed 3f2a"; without a login, a sentence that says what is not known
 * @param where the pull request or commit it is about
 */
public record Hand(String login, String part, String where) {
    public Hand {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(where, "where");
    }
}
