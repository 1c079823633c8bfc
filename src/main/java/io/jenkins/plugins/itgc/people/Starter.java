package io.jenkins.plugins.itgc.people;

import org.jspecify.annotations.Nullable;

/**
 * Who started the build.
 *
 * @param account their account; null when no person did, such as for a push
 * @param person who that is; null when no entry tells
 */
public record Starter(@Nullable Account account, @Nullable Person person) {
    public static Starter nobody() {
        return new Starter(null, null);
    }

    public boolean unknown() {
        return account != null && person == null;
    }
}
