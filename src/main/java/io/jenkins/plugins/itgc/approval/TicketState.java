package io.jenkins.plugins.itgc.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of a change, as its tracker tells it.
 *
 * @param tracker name of the tracker in the configuration
 * @param key its name there
 * @param title outside text
 * @param link its address
 * @param status name of the status it has now
 * @param move the last change of status; null when the tracker does not tell
 * @param changedSince whether title or description changed after that
 */
public record TicketState(
        String tracker,
        String key,
        String title,
        String link,
        String status,
        @Nullable Move move,
        boolean changedSince) {
    /**
     * A change of status.
     *
     * @param to name of the new status
     * @param account who made it, by the tracker's own identifier
     * @param human false for apps, automation rules and anonymous
     * @param manager whether the tracker itself lists the account in its managers' group
     * @param at the tracker's time
     */
    public record Move(String to, String account, boolean human, boolean manager, Instant at) {}

    /** Tells one change of status from another, without comparing the clocks of two systems. */
    public String mark() {
        return move == null ? "" : move.to() + " by " + move.account() + " at " + move.at();
    }

    /** How it is named among the parts of a change. */
    public String name() {
        return tracker + " " + key;
    }
}
