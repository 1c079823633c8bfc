package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.util.Locale;

/** How far a deploy is. Each state but the first has an event of its own. */
public enum DeployState {
    /** It stands in the queue, or its gates are verified. */
    REQUESTED,
    /** It runs. */
    STARTED,
    /** It ended well. */
    SUCCEEDED,
    /** It failed. */
    FAILED,
    /** Somebody stopped it, before or while it ran. */
    ABORTED,
    /** The controller lost sight of it while it ran: nobody but the production environment can tell. */
    UNKNOWN;

    /** The lower-case word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the kind of entry that tells of it. */
    public String kind() {
        return "deploy." + word();
    }

    /** Whether nothing more comes of it, so that the next one may have its turn. */
    public boolean ended() {
        return this != REQUESTED && this != STARTED;
    }

    /** The state that an event tells of. */
    public static DeployState of(DeployEvent.Progress event) {
        if (event instanceof DeployEvent.Requested) {
            return REQUESTED;
        }
        if (event instanceof DeployEvent.Started) {
            return STARTED;
        }
        if (event instanceof DeployEvent.Succeeded) {
            return SUCCEEDED;
        }
        if (event instanceof DeployEvent.Failed) {
            return FAILED;
        }
        return event instanceof DeployEvent.Aborted ? ABORTED : UNKNOWN;
    }

    /** The event that tells of this state. */
    public DeployEvent.Progress event(Subject.OfTarget target, DeploymentBody body) {
        return switch (this) {
            case REQUESTED -> new DeployEvent.Requested(target, body);
            case STARTED -> new DeployEvent.Started(target, body);
            case SUCCEEDED -> new DeployEvent.Succeeded(target, body);
            case FAILED -> new DeployEvent.Failed(target, body);
            case ABORTED -> new DeployEvent.Aborted(target, body);
            case UNKNOWN -> new DeployEvent.Unknown(target, body);
        };
    }
}
