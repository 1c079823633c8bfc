package io.jenkins.plugins.itgc.deploy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that the code host knows of.
 *
 * @param id its number there
 * @param commit the commit that it is about
 * @param deploy name of the deploy that it says it belongs to; null when it says nothing like that
 * @param creator login of who made it; null for a deleted account
 * @param at when, by the code host's clock
 */
public record HostedDeployment(
        String id,
        String commit,
        @Nullable String deploy,
        @Nullable String creator,
        Instant at) {}
