package io.jenkins.plugins.itgc.ledger.event;

import java.util.Objects;
import java.util.Optional;

/**
 * Who or what caused an entry.
 *
 * @param text as it stands in the ledger
 */
public record Actor(String text) {
    private static final String BUILD = "build ";
    private static final String USER = "user ";

    public Actor {
        Objects.requireNonNull(text, "text");
    }

    /** A build, such as {@code shop/orders/master#12}. */
    public static Actor build(String name) {
        return new Actor(BUILD + name);
    }

    /** Somebody who is logged in to Jenkins. */
    public static Actor user(String id) {
        return new Actor(USER + id);
    }

    /** Somebody by an account of another system. */
    public static Actor account(String system, String id) {
        return new Actor(system + " " + id);
    }

    /** The controller itself. */
    public static Actor jenkins() {
        return new Actor("jenkins");
    }

    /** A part of the plugin that acts by itself. */
    public static Actor named(String name) {
        return new Actor(name);
    }

    /** The build; empty for everybody else. */
    public Optional<String> build() {
        return text.startsWith(BUILD) ? Optional.of(text.substring(BUILD.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
