package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;

import hudson.model.Run;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What an {@code itgcReview} step was asked for. */
public final class ReviewCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final ChangeParameters subject;
    private final boolean failOnRefuse;

    public ReviewCall(String environment, String service, ChangeParameters subject, boolean failOnRefuse) {
        this.environment = environment;
        this.service = service;
        this.subject = subject;
        this.failOnRefuse = failOnRefuse;
    }

    @Override
    public OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        return Configured.by(() -> opened(context));
    }

    private OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry entry = configuration.environment(environment);
        ReviewPolicy policy = configuration.reviewPolicy(entry);
        Run<?, ?> build = context.get(Run.class);
        SubjectOfBuild found = SubjectOfBuild.find(build, subject, policy.productionBranch());
        return OpenReview.of(found, new OpenReview.Deploy(service, entry), policy, Keyring.of(build));
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
