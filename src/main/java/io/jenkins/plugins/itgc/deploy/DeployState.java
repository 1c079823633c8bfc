package io.jenkins.plugins.itgc.deploy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a deploy is. Each state but the first has an entry in the ledger of its own kind. */
public enum DeployState {
    /** It stands in the queue, or its gates are verified. */
    REQUESTED,
    /** It runs. */
    STARTED,
    SUCCEEDED,
    FAILED,
    /** Somebody stopped it, before or while it ran. */
    ABORTED,
    /** The controller lost sight of it while it ran: nobody but the production environment can tell. */
    UNKNOWN;

    /** Kind of the ledger's entry that tells of this state. */
    public String kind() {
        return "deploy." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more comes of it, so that the next one may have its turn. */
    public boolean ended() {
        return this != REQUESTED && this != STARTED;
    }

    /** The state that a kind of entry tells of. */
    public static Optional<DeployState> ofKind(String kind) {
        return Arrays.stream(values()).filter(state -> state.kind().equals(kind)).findFirst();
    }
}
