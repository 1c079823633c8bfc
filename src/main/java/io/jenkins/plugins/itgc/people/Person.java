package io.jenkins.plugins.itgc.people;

import java.util.Locale;

/**
 * A person, whatever accounts they have.
 *
 * @param id login at the code host, in lower case; it stands for the person everywhere
 */
public record Person(String id) {
    /** @throws IllegalArgumentException when no login is given */
    public Person {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("A person is named by a login at the code host.");
        }
        id = id.trim().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id;
    }
}
