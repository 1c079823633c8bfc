package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gate said.
 *
 * @param sequence the entry that holds it with its evidence
 * @param at when
 * @param gate name of the gate
 * @param decision pass, refuse, wait or unknown
 * @param reason one sentence; null for a refusal
 * @param repository {@code owner/name}
 * @param commit the commit; empty while it was not known
 * @param environment where it would go; null outside a deploy
 * @param build the build that asked, such as {@code shop/orders/master#12}; empty when none did
 * @param evidence by what name other entries refer to it
 */
public record Ruling(
        long sequence,
        Instant at,
        String gate,
        String decision,
        @Nullable String reason,
        String repository,
        String commit,
        @Nullable String environment,
        String build,
        String evidence) {}
