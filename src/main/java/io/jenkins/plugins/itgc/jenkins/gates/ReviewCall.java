package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.connect.github.ReviewNotice;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.review.ReviewGate;
import io.jenkins.plugins.itgc.review.ReviewWire;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.rule.Migrations;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What an {@code itgcReview} step was asked for. */
public final class ReviewCall extends AbstractGateCall {
    private static final long serialVersionUID = 1L;

    private final ChangeParameters subject;

    /**
     * What the pipeline said.
     *
     * @param environment name in the configuration; null for the only one
     * @param service what is deployed; null outside a deploy
     * @param subject which change; all null for that of the build
     * @param failOnRefuse whether a refusal fails the build
     */
    public ReviewCall(String environment, String service, ChangeParameters subject, boolean failOnRefuse) {
        super(environment, service, failOnRefuse);
        this.subject = subject;
    }

    @Override
    OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry entry = configuration.environment(environment());
        ReviewPolicy policy = configuration.reviewPolicy(entry);
        Run<?, ?> build = context.get(Run.class);
        SubjectOfBuild found = SubjectOfBuild.find(build, subject, policy.productionBranch());
        return Opened.of(found, new Destination(service(), entry), policy, Keyring.of(build));
    }

    /** The review gate for a change, connected to the systems that it is in. */
    public static OpenGate<ReviewEvidence> opened(
            SubjectOfBuild subject, Destination deploy, ReviewPolicy policy, Keyring keyring) throws AbortException {
        return Opened.of(subject, deploy, policy, keyring);
    }

    /** The review gate, connected to the systems that this build's change is in. */
    private static final class Opened implements OpenGate<ReviewEvidence> {
        private static final Duration PATIENCE = Duration.ofMinutes(15);

        private final ReviewGate gate;
        private final GitHub gitHub;
        private final ReviewPolicy policy;
        private final Destination deploy;

        private Opened(ReviewGate gate, GitHub gitHub, ReviewPolicy policy, Destination deploy) {
            this.gate = gate;
            this.gitHub = gitHub;
            this.policy = policy;
            this.deploy = deploy;
        }

        static Opened of(SubjectOfBuild subject, Destination deploy, ReviewPolicy policy, Keyring keyring)
                throws AbortException {
            ReadChange change = ReadChange.of(subject, deploy, policy, keyring);
            return new Opened(
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
            String baseline =
                    evidence.baseline() == null ? "" : evidence.baseline().sha();
            return Map.of("migration", migration, "baseline", baseline);
        }

        @Override
        public String publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException {
            if (!gate.forPullRequest() || elsewhere(ruling)) {
                return ReviewNotice.NOTHING;
            }
            ReviewNotice notice = new ReviewNotice(
                    gitHub,
                    deploy.environment().isPublishReview(),
                    deploy.environment().isCommitStatus(),
                    Locale.forLanguageTag(deploy.environment().getLanguage()));
            return ruling.change().identified() ? notice.publish(ruling) : notice.withdraw(ruling);
        }

        /** A pull request that goes elsewhere, so that no rule was judged, gets no review. */
        private static boolean elsewhere(Ruling ruling) {
            return ruling.decision() instanceof Decision.Pass
                    && ruling.explanation().children().isEmpty();
        }
    }
}
