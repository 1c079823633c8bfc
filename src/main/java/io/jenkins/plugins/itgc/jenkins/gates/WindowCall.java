package io.jenkins.plugins.itgc.jenkins.gates;


import hudson.model.Run;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import java.io.IOException;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code calendarWindow} step was asked for. */
public final class WindowCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final ChangeParameters subject;
    private final String minRemaining;
    private final String waitAtMost;
    private final Boolean waits;
    private final boolean failOnRefuse;
    private final long askedAt;

    /**
     * What the pipeline asked for.
     *
     * @param wish what it asks for beyond the configuration
     * @param now when it was asked
     */
    public WindowCall(
            String environment,
            String service,
            ChangeParameters subject,
            boolean failOnRefuse,
            WindowEntry.Wish wish,
            Instant now) {
        this.environment = environment;
        this.service = service;
        this.subject = subject;
        this.minRemaining = wish.minRemaining();
        this.waitAtMost = wish.waitAtMost();
        this.waits = wish.waits();
        this.failOnRefuse = failOnRefuse;
        this.askedAt = now.toEpochMilli();
    }

    @Override
    public OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        return Configured.by(() -> opened(context));
    }

    private OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry entry = configuration.environment(environment);
        WindowPolicy policy =
                configuration.windowPolicy(entry, new WindowEntry.Wish(minRemaining, waitAtMost, waits));
        Run<?, ?> build = context.get(Run.class);
        ChangeOfBuild change = ChangeOfBuild.find(build, subject, entry, service);
        return OpenWindow.of(change, policy, service, Instant.ofEpochMilli(askedAt));
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean failOnRefuse() {
        return failOnRefuse;
    }
}
