package io.jenkins.plugins.itgc.gate;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A repository on its hosting service. GitHub compares both parts without regard to case, so this does too.
 *
 * @param owner user or organisation
 * @param name repository name
 */
public record RepositoryId(String owner, String name) {
    private static final Pattern PART = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** @throws IllegalArgumentException when a part has a character that no repository name has */
    public RepositoryId {
        if (owner == null
                || name == null
                || !PART.matcher(owner).matches()
                || !PART.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + owner + "/" + name + "\" is not a repository: write it as owner/name.");
        }
    }

    /** @throws IllegalArgumentException when the text is not of the form owner/name */
    public static RepositoryId parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.trim().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not a repository: write it as owner/name.");
        }
        return new RepositoryId(parts[0], parts[1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RepositoryId that && key().equals(that.key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    private String key() {
        return (owner + "/" + name).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
