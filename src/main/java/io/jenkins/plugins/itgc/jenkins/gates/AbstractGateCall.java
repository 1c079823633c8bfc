package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.deploy.OpenGate;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What all steps of gates are asked for. */
abstract class AbstractGateCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final boolean failOnRefuse;

    AbstractGateCall(String environment, String service, boolean failOnRefuse) {
        this.environment = environment;
        this.service = service;
        this.failOnRefuse = failOnRefuse;
    }

    @Override
    public final OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        return Configured.by(() -> opened(context));
    }

    /** The gate, put together from the configuration as it is now. */
    abstract OpenGate<?> opened(StepContext context) throws IOException, InterruptedException;

    @Override
    public final String environment() {
        return environment;
    }

    @Override
    public final String service() {
        return service;
    }

    @Override
    public final boolean failOnRefuse() {
        return failOnRefuse;
    }
}
