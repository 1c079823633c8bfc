package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The break-glass on a request.
 *
 * @param opened who invoked it
 * @param confirmed the second person; null while there is none
 * @param reviewed whether somebody reviewed it afterwards
 * @param overdue whether it was recorded that nobody did in time
 */
public record BreakGlassFold(
        Recorded<ApprovalEvent.BreakGlassOpened> opened,
        @Nullable Recorded<ApprovalEvent.BreakGlassConfirmed> confirmed,
        boolean reviewed,
        boolean overdue) {
    /**
     * What it is after an event; one of another kind, or out of order, changes nothing.
     *
     * @param before what it was; null for none
     * @return null for none
     */
    public static @Nullable BreakGlassFold next(
            @Nullable BreakGlassFold before, Recorded<? extends ApprovalEvent> next) {
        if (next.event() instanceof ApprovalEvent.BreakGlassOpened opened) {
            return before != null && before.owesReview()
                    ? before
                    : new BreakGlassFold(new Recorded<>(next.entry(), opened), null, false, false);
        }
        if (before == null) {
            return null;
        }
        if (next.event() instanceof ApprovalEvent.BreakGlassConfirmed confirmed) {
            return before.owesReview()
                    ? before
                    : new BreakGlassFold(
                            before.opened, new Recorded<>(next.entry(), confirmed), before.reviewed, before.overdue);
        }
        if (next.event() instanceof ApprovalEvent.BreakGlassReviewed) {
            return before.confirmed == null
                    ? before
                    : new BreakGlassFold(before.opened, before.confirmed, true, before.overdue);
        }
        return next.event() instanceof ApprovalEvent.BreakGlassOverdue
                ? new BreakGlassFold(before.opened, before.confirmed, before.reviewed, true)
                : before;
    }

    /** Whoever invokes or confirms it again, the review of what went out by it is still owed, by the same time. */
    private boolean owesReview() {
        return confirmed != null && !reviewed;
    }

    /** Whether the review afterwards was missed; one whose confirmation names no time is owed at once. */
    public boolean missed(Instant now) {
        if (confirmed == null || !owesReview()) {
            return false;
        }
        Instant until = confirmed.event().body().reviewBy();
        return until == null || now.isAfter(until);
    }
}
