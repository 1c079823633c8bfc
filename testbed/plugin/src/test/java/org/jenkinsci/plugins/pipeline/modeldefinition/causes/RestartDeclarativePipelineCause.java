package org.jenkinsci.plugins.pipeline.modeldefinition.causes;

import hudson.model.Cause;

/** Bears the name of the cause of a build that was restarted from a stage; the controller of these tests restarts none. */
public final class RestartDeclarativePipelineCause extends Cause {
    @Override
    public String getShortDescription() {
        return "Restarted from build #1, stage Deploy";
    }
}
