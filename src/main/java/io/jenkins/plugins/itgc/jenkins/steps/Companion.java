package io.jenkins.plugins.itgc.jenkins.steps;

import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What accompanies the waiting of a gate, such as the form by which a person answers. Survives a restart with the step.
 * Never called on the pipeline's own thread.
 */
public interface Companion extends Serializable {
    /** The gate waits, or waits on. */
    void waiting(StepContext context) throws IOException, InterruptedException;

    /** The controller was restarted; the gate judges again after this. */
    void resumed(StepContext context) throws IOException, InterruptedException;

    /** The waiting is over, however it ended; must not fail. */
    void over(StepContext context);
}
