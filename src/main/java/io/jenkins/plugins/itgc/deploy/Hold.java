package io.jenkins.plugins.itgc.deploy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has stopped the deploys of an environment, or of one service there.
 *
 * @param environment where
 * @param service the only service that is held; null for all
 * @param owner id of the user who did
 * @param reason why, as written
 * @param until when it ends by itself; null for when somebody releases it
 */
public record Hold(
        String environment,
        @Nullable String service,
        String owner,
        String reason,
        @Nullable Instant until) {
    boolean concerns(DeployTarget target) {
        return environment.equals(target.environment()) && (service == null || service.equals(target.service()));
    }

    boolean over(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** How people name what is held. */
    public String name() {
        return service == null ? environment : new DeployTarget(service, environment).name();
    }
}
