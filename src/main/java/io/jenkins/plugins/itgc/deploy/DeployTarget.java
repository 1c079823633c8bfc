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

    /** What entries about it are filed under in the ledger. */
    public String subject() {
        return service + " in " + environment;
    }

    @Override
    public String toString() {
        return subject();
    }
}
