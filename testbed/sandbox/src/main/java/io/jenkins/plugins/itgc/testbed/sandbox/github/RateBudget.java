package io.jenkins.plugins.itgc.testbed.sandbox.github;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points that are left in this hour, one budget for REST and one for GraphQL. */
public final class RateBudget {
    /** Points an hour. */
    public static final int LIMIT = 5000;

    private final String resource;
    private Instant reset = Instant.now().plus(1, ChronoUnit.HOURS);
    private int used;

    /** @param resource GitHub's name of the budget: core or graphql */
    public RateBudget(String resource) {
        this.resource = resource;
    }

    /** Takes points. */
    public synchronized void use(int points) {
        if (Instant.now().isAfter(reset)) {
            reset = Instant.now().plus(1, ChronoUnit.HOURS);
            used = 0;
        }
        used += points;
    }

    /** GitHub's name of the budget. */
    public String resource() {
        return resource;
    }

    /** Points taken in this hour. */
    public synchronized int used() {
        return used;
    }

    /** Points left; the sandbox refuses nothing when they are gone, faults do that. */
    public synchronized int remaining() {
        return Math.max(0, LIMIT - used);
    }

    /** When the next hour begins. */
    public synchronized Instant reset() {
        return reset.truncatedTo(ChronoUnit.SECONDS);
    }
}
