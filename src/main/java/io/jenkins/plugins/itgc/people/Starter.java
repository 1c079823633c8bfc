package io.jenkins.plugins.itgc.people;

import org.jspecify.annotations.Nullable;

/**
 * Who started the build.
 *
 * @param account their account; null when no person did, such as for a push
 * @param person who that is; null when no entry tells
 */
public record Starter(@Nullable Account account, @Nullable Person person) {
    /** The starter of a build that no person started, such as one for a push. */
    public static Starter nobody() {
        return new Starter(null, null);
    }

    /** Whether somebody started it of whom no entry tells who they are. */
    public boolean unknown() {
        return account != null && person == null;
    }
}
