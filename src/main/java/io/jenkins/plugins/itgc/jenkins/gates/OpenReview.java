package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.review.ReviewWire;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.connect.github.ReviewNotice;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;

import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.deploy.LedgerDeployments;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.review.rule.Migrations;
import io.jenkins.plugins.itgc.review.ReviewGate;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.time.Duration;
import java.util.Map;

/** The review gate, connected to the systems that this build's change is in. */
public final class OpenReview implements OpenGate<ReviewEvidence> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ReviewGate gate;
    private final GitHub gitHub;
    private final ReviewPolicy policy;
    private final Deploy deploy;

    private OpenReview(ReviewGate gate, GitHub gitHub, ReviewPolicy policy, Deploy deploy) {
        this.gate = gate;
        this.gitHub = gitHub;
        this.policy = policy;
        this.deploy = deploy;
    }

    /** What would be deployed where. */
    public record Deploy(String service, EnvironmentEntry environment) {}

    public static OpenReview of(SubjectOfBuild subject, Deploy deploy, ReviewPolicy policy, Keyring keyring)
            throws AbortException {
        ReadChange change = ReadChange.of(subject, deploy, policy, keyring);
        return new OpenReview(
                new ReviewGate(change.request(), policy, change.reader()), change.gitHub(), policy, deploy);
    }

    @Override
    public Gate<ReviewEvidence> gate() {
        return gate;
    }

    @Override
    public RulingEvent event(Gate.Judgement<ReviewEvidence> judgement, Map<String, String> grounds) {
        return ReviewWire.event(judgement, policy, deploy.service(), grounds);
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
        if (!gate.forPullRequest() || elsewhere(ruling)) {
            return ReviewNotice.NOTHING;
        }
        ReviewNotice notice = new ReviewNotice(gitHub, deploy.environment().isPublishReview(), deploy.environment().isCommitStatus());
        return ruling.change().identified() ? notice.publish(ruling) : notice.withdraw(ruling);
    }

    /** A pull request that goes elsewhere, so that no rule was judged, gets no review. */
    private static boolean elsewhere(Ruling ruling) {
        return ruling.decision() instanceof Decision.Pass
                && ruling.explanation().children().isEmpty();
    }
}
