package io.jenkins.plugins.itgc.gate;

import java.util.Locale;

/**
 * Something outside that a waiting gate wants to hear about. An event on a topic only says "look again".
 *
 * @param value such as {@code pr:acme/orders#12} or {@code ticket:OPS-7}
 */
public record Topic(String value) {
    /** What is heard when something happens to a pull request. */
    public static Topic pullRequest(RepositoryId repository, int number) {
        return new Topic("pr:" + repository.toString().toLowerCase(Locale.ROOT) + "#" + number);
    }

    /**
     * What is heard when something happens to a ticket.
     *
     * @param key as its tracker writes it, such as {@code OPS-7}
     */
    public static Topic ticket(String key) {
        return new Topic("ticket:" + key);
    }

    @Override
    public String toString() {
        return value;
    }
}
