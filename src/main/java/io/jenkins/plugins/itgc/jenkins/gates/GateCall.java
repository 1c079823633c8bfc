package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a step was asked for, in a form that survives a restart. */
public interface GateCall extends Serializable {
    /**
     * Opens the gate anew from what the build and the configuration say now.
     *
     * @throws AbortException with a sentence for the person who wrote the pipeline
     */
    OpenGate<?> open(StepContext context) throws IOException, InterruptedException;

    /** The environment that the pipeline named; null for the only one. */
    String environment();

    /** The service that the pipeline named; null for a review outside a deploy. */
    String service();

    /** Whether a refusal ends the build. */
    boolean failOnRefuse();
}
