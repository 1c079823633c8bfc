package io.jenkins.plugins.itgc.review.facts;

import java.util.Objects;

/**
 * The name of a ticket in its tracker.
 *
 * @param tracker name of the tracker in the configuration
 * @param key such as {@code OPS-7}, or {@code 42} in Redmine
 */
public record TicketKey(String tracker, String key) {
    public TicketKey {
        Objects.requireNonNull(tracker, "tracker");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return key;
    }
}
