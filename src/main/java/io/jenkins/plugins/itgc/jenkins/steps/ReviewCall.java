package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.io.IOException;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What an {@code itgcReview} step was asked for. */
final class ReviewCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final Subject subject;
    private final boolean failOnRefuse;

    ReviewCall(String environment, String service, Subject subject, boolean failOnRefuse) {
        this.environment = environment;
        this.service = service;
        this.subject = subject;
        this.failOnRefuse = failOnRefuse;
    }

    /** What the pipeline says about which change to review; null for what the build itself tells. */
    static final class Subject implements Serializable {
        private static final long serialVersionUID = 1L;

        final String repository;
        final Integer pullRequest;
        final String commit;
        final String credentialsId;

        Subject(String repository, Integer pullRequest, String commit, String credentialsId) {
            this.repository = repository;
            this.pullRequest = pullRequest;
            this.commit = commit;
            this.credentialsId = credentialsId;
        }
    }

    @Override
    public OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        try {
            ItgcConfiguration configuration = ItgcConfiguration.get();
            EnvironmentEntry entry = configuration.environment(environment);
            ReviewPolicy policy = configuration.reviewPolicy(entry);
            Run<?, ?> build = context.get(Run.class);
            SubjectOfBuild found = SubjectOfBuild.find(build, subject, policy.productionBranch());
            return OpenReview.of(found, new OpenReview.Deploy(service, entry), policy, Keyring.of(build));
        } catch (InvalidPolicy e) {
            throw new AbortException(e.getMessage() + " Correct it in Manage Jenkins, System, ITGC deploy gates.");
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
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
