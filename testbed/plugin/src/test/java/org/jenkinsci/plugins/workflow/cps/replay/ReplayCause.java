package org.jenkinsci.plugins.workflow.cps.replay;

import hudson.model.Cause;

/** Bears the name of the cause by which Pipeline marks a replayed build; the controller of these tests replays nothing. */
public final class ReplayCause extends Cause {
    @Override
    public String getShortDescription() {
        return "Replayed #1";
    }
}
