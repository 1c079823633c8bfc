package jenkins.scm.api;

import hudson.model.Actionable;
import hudson.model.InvisibleAction;

/** Records the revision that a build is about. */
public class SCMRevisionAction extends InvisibleAction {
    private final SCMRevision revision;
    private final String sourceId;

    public SCMRevisionAction(SCMSource source, SCMRevision revision) {
        this.revision = revision;
        this.sourceId = source.getId();
    }

    public SCMRevision getRevision() {
        return revision;
    }

    public String getSourceId() {
        return sourceId;
    }

    /** The revision of this source, or null. */
    public static SCMRevision getRevision(SCMSource source, Actionable actionable) {
        return actionable.getActions(SCMRevisionAction.class).stream()
                .filter(a -> a.sourceId == null || a.sourceId.equals(source.getId()))
                .map(SCMRevisionAction::getRevision)
                .findFirst()
                .orElse(null);
    }
}
