package io.jenkins.plugins.itgc.ledger.attest;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * When a checkpoint is due: soon after a deploy ended, and otherwise so often as there is something new.
 *
 * @param atLeastEvery how old the newest checkpoint may become while there are newer entries
 */
public record SealingTimes(Duration atLeastEvery) {
    private static final Set<String> ENDS = EventLog.names(Kind.of(DeployEvent.End.class));

    /**
     * Whether a checkpoint is due; never when the newest one vouches for all there is.
     *
     * @param made the checkpoints so far
     */
    public boolean due(CheckpointChain made, Ledger ledger, Instant now) {
        long sealed = made.newest().map(Checkpoint::sequence).orElse(0L);
        if (ledger.last().isEmpty() || ledger.last().get().sequence() == sealed) {
            return false;
        }
        boolean old = made.newest()
                .map(newest -> newest.at().plus(atLeastEvery).compareTo(now) <= 0)
                .orElse(true);
        return old || !ledger.entries(ENDS, sealed, 1).isEmpty();
    }
}
