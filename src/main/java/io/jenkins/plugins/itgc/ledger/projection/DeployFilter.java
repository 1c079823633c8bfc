package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which deploys somebody looks for; every part that is null leaves all.
 *
 * @param service exactly this service
 * @param environment exactly this environment
 * @param person somebody who started, wrote, merged or approved it; case does not matter
 * @param ticket key of a ticket; case does not matter
 * @param text words that all appear in its texts, each at least as a beginning
 * @param result exactly this result
 * @param from requested at this time or later
 * @param to requested before this time
 * @param before only older than this deploy, for the next page
 */
public record DeployFilter(
        @Nullable String service,
        @Nullable String environment,
        @Nullable String person,
        @Nullable String ticket,
        @Nullable String text,
        @Nullable String result,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before) {
    /** All deploys. */
    public static final DeployFilter NONE = new DeployFilter(null, null, null, null, null, null, null, null, null);

    /** Only those of a service and of an environment; null for all. */
    public static DeployFilter place(@Nullable String service, @Nullable String environment) {
        return new DeployFilter(service, environment, null, null, null, null, null, null, null);
    }

    /** The same, but only older than a deploy. */
    public DeployFilter before(long id) {
        return new DeployFilter(service, environment, person, ticket, text, result, from, to, id);
    }
}
