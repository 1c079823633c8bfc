package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Run;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import java.io.IOException;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code calendarWindow} step was asked for. */
final class WindowCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final SaidChange subject;
    private final String minRemaining;
    private final String waitAtMost;
    private final Boolean waits;
    private final boolean failOnRefuse;
    private final long askedAt;

    /** @param asked what the pipeline wrote */
    WindowCall(CalendarWindowStep asked, Instant now) {
        this.environment = asked.getEnvironment();
        this.service = asked.getService();
        this.subject = asked.change();
        this.minRemaining = asked.getMinRemaining();
        this.waitAtMost = asked.getWaitAtMost();
        this.waits = asked.getWait();
        this.failOnRefuse = asked.isFailOnRefuse();
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
