package io.jenkins.plugins.itgc.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a change may be deployed.
 *
 * @param id names it in the ledger and everywhere else
 * @param askedAt when
 * @param expiresAt when it is too late to answer; null for never
 * @param expired whether that was written down already
 * @param ticketMarks what was the last change of status of each ticket when it was asked, so that only a later one answers
 */
public record ApprovalRequest(
        String id,
        Instant askedAt,
        @Nullable Instant expiresAt,
        boolean expired,
        java.util.Map<String, String> ticketMarks) {
    public ApprovalRequest {
        ticketMarks = java.util.Map.copyOf(ticketMarks);
    }

    /** Whether it is too late to answer. */
    public boolean late(Instant now) {
        return expired || (expiresAt != null && now.isAfter(expiresAt));
    }
}
