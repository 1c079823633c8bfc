package io.jenkins.plugins.itgc.deploy;

import java.util.Objects;

/**
 * Where deploys go one at a time.
 *
 * @param service what is deployed
 * @param environment where to
 */
public record DeployTarget(String service, String environment) {
    public DeployTarget {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(environment, "environment");
    }

    /** How people name it, such as {@code orders in production}. */
    public String name() {
        return DeployEvents.subject(this).text();
    }

    @Override
    public String toString() {
        return name();
    }
}
