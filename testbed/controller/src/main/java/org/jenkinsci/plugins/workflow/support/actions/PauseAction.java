package org.jenkinsci.plugins.workflow.support.actions;

import hudson.model.InvisibleAction;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Marks a time in which a step waits for somebody or something. */
public class PauseAction extends InvisibleAction {
    private String cause;
    private long startTime = System.currentTimeMillis();
    private long endTime;

    public PauseAction(String cause) {
        this.cause = cause;
    }

    public String getCause() {
        return cause;
    }

    public void setCause(String cause) {
        this.cause = cause;
    }

    /** Milliseconds since 1970. */
    public long getStartTime() {
        return startTime;
    }

    /** Milliseconds since 1970, or 0 while it lasts. */
    public long getEndTime() {
        return endTime;
    }

    public void setEndTime(long endTime) {
        this.endTime = endTime;
    }

    public boolean isPaused() {
        return endTime == 0;
    }

    /** The latest pause of the node if it lasts, else null. */
    public static PauseAction getCurrentPause(FlowNode node) {
        List<PauseAction> pauses = getPauseActions(node);
        PauseAction last = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        return last != null && last.isPaused() ? last : null;
    }

    /** Ends the latest pause of the node. */
    public static void endCurrentPause(FlowNode node) throws IOException {
        PauseAction current = getCurrentPause(node);
        if (current != null) {
            current.setEndTime(System.currentTimeMillis());
            node.save();
        }
    }

    public static boolean isPaused(FlowNode node) {
        return getCurrentPause(node) != null;
    }

    public static List<PauseAction> getPauseActions(FlowNode node) {
        return node.getActions(PauseAction.class);
    }
}
