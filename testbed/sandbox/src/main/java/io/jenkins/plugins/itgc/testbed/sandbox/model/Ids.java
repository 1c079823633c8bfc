package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Gives identifiers in order, so that the same world always has the same ones. */
public final class Ids {
    private long last = 1000;

    /** The next database id. */
    public long next() {
        return ++last;
    }

    /** GitHub's global identifier of a commit, which is one for each repository that has it. */
    public static String commit(Repository repository, String sha) {
        return node("Commit", repository.id() + ":" + sha);
    }

    /** The commit that a global identifier names in a repository; empty when it names something else. */
    public static Optional<String> shaOfCommit(Repository repository, String id) {
        String prefix = "Commit:" + repository.id() + ":";
        try {
            String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            return text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** GitHub's global identifier of something. */
    public static String node(String type, Object id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
    }
}
