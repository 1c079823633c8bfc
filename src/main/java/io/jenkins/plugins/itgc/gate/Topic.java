package io.jenkins.plugins.itgc.gate;

import java.util.Locale;

/**
 * Something outside that a waiting gate wants to hear about. An event on a topic only says "look again".
 *
 * @param value such as {@code pr:acme/orders#12} or {@code ticket:OPS-7}
 */
public record Topic(String value) {
    public static Topic pullRequest(RepositoryId repository, int number) {
        return new Topic("pr:" + repository.toString().toLowerCase(Locale.ROOT) + "#" + number);
    }

    public static Topic ticket(String key) {
        return new Topic("ticket:" + key);
    }

    @Override
    public String toString() {
        return value;
    }
}
