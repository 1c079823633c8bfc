package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.LedgerDeployments;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.review.Migrations;
import io.jenkins.plugins.itgc.review.ReviewGate;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The review gate, connected to the systems that this build's change is in. */
final class OpenReview implements OpenGate<ReviewEvidence> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ReviewGate gate;
    private final GitHub gitHub;
    private final ReviewPolicy policy;
    private final EnvironmentEntry environment;

    private OpenReview(ReviewGate gate, GitHub gitHub, ReviewPolicy policy, EnvironmentEntry environment) {
        this.gate = gate;
        this.gitHub = gitHub;
        this.policy = policy;
        this.environment = environment;
    }

    /** What would be deployed where. */
    record Deploy(String service, EnvironmentEntry environment) {}

    static OpenReview of(SubjectOfBuild subject, Deploy deploy, ReviewPolicy policy, Keyring keyring)
            throws AbortException {
        ReadChange change = ReadChange.of(subject, deploy, policy, keyring);
        return new OpenReview(
                new ReviewGate(change.request(), policy, change.reader()), change.gitHub(), policy, deploy.environment());
    }

    @Override
    public Gate<ReviewEvidence> gate() {
        return gate;
    }

    @Override
    public Object policy() {
        return policy;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Map<String, Object> result(ReviewEvidence evidence) {
        boolean migration = evidence.pullRequests().stream()
                .anyMatch(pr -> !Migrations.in(pr.facts(), policy).isEmpty());
        String baseline = evidence.baseline() == null ? "" : evidence.baseline().sha();
        return Map.of("migration", migration, "baseline", baseline);
    }

    @Override
    public String publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException {
        boolean one = ruling.change().pullRequests().size() == 1 && ruling.change().identified();
        if (!one || !environment.isPublishReview() || !reviewable(ruling)) {
            return "Nothing was written to GitHub.";
        }
        String written = "Review on GitHub: "
                + gitHub.reviews().publish(ruling).name().toLowerCase(Locale.ROOT) + ".";
        if (environment.isCommitStatus()) {
            gitHub.status(
                    ruling.change().repository(),
                    ruling.change().commit(),
                    ruling.decision() instanceof Decision.Pass,
                    ruling.explanation().summary());
        }
        return written;
    }

    /** A pull request that has landed, or goes elsewhere so that no rule was judged, gets no review. */
    private boolean reviewable(Ruling ruling) {
        boolean elsewhere = ruling.decision() instanceof Decision.Pass
                && ruling.explanation().children().isEmpty();
        return gate.forPullRequest() && !elsewhere;
    }
}
