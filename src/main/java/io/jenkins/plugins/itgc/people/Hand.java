package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody contributed to a change.
 *
 * @param login who, at the code host; null when the code host attributes it to nobody
 * @param part what they did, such as "committed 3f2a"; without a login, the sentence that says what is not known
 * @param where the pull request or commit it is about
 */
public record Hand(@Nullable String login, Message part, String where) {
    public Hand {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(where, "where");
    }
}
