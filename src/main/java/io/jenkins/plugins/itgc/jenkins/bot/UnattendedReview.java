package io.jenkins.plugins.itgc.jenkins.bot;

import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubCredentials;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubOfBuild;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;
import io.jenkins.plugins.itgc.jenkins.gates.Destination;
import io.jenkins.plugins.itgc.jenkins.gates.ReviewCall;
import io.jenkins.plugins.itgc.jenkins.gates.SubjectOfBuild;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.fold.UnreadableReviews;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A review of a pull request that no build asks for: judged, recorded and published as one that a build asked for. */
public final class UnattendedReview {
    private static final Logger LOGGER = Logger.getLogger(UnattendedReview.class.getName());
    private static final String ACTOR = "review bot";

    private final ItgcServices services;
    private final EnvironmentEntry environment;
    private final ReviewPolicy policy;
    private final String apiUri;
    private final GitHubCredentials credentials;
    private final UnreadableReviews unreadable;

    private UnattendedReview(
            ItgcServices services,
            EnvironmentEntry environment,
            ReviewPolicy policy,
            String apiUri,
            GitHubCredentials credentials,
            UnreadableReviews unreadable) {
        this.services = services;
        this.environment = environment;
        this.policy = policy;
        this.apiUri = apiUri;
        this.credentials = credentials;
        this.unreadable = unreadable;
    }

    /**
     * Reviews by the rules of an environment.
     *
     * @param services what the controller offers
     * @param environment its name; empty for the only one
     * @param unreadable what could not be judged before
     * @throws AbortException when the configuration is not complete; the message says what is missing
     */
    public static UnattendedReview in(ItgcServices services, String environment, UnreadableReviews unreadable)
            throws AbortException {
        try {
            ItgcConfiguration configuration = ItgcConfiguration.get();
            EnvironmentEntry entry = configuration.environment(environment.isEmpty() ? null : environment);
            GitHubEntry gitHub = configuration.getGitHub();
            GitHubCredentials credentials =
                    GitHubCredentials.of(gitHub.getCredentialsId(), Keyring.ofController(), gitHub.getApiUri());
            return new UnattendedReview(
                    services, entry, configuration.reviewPolicy(entry), gitHub.getApiUri(), credentials, unreadable);
        } catch (InvalidPolicy e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** The code host, as the bot reaches it. */
    public GitHub gitHub() {
        return GitHubOfBuild.connect(apiUri, credentials);
    }

    /** @throws EvidenceUnavailable when it could not be judged or published now, and trying again may help */
    public void of(RepositoryId repository, int number)
            throws EvidenceUnavailable, InterruptedException, AbortException {
        SubjectOfBuild subject = new SubjectOfBuild(apiUri, credentials, repository, number, null, null);
        OpenGate<ReviewEvidence> open =
                ReviewCall.opened(subject, new Destination(null, environment), policy, Keyring.ofController());
        Gate.Judgement<ReviewEvidence> judgement = open.gate().rule(services.clock());
        if (!unreadable.repeats(judgement)) {
            record(open, judgement);
        }
        if (judgement.evidence() != null) {
            open.publish(judgement.ruling());
        } else {
            withdraw(open, judgement.ruling());
            throw unavailable(judgement.ruling());
        }
    }

    private void record(OpenGate<ReviewEvidence> open, Gate.Judgement<ReviewEvidence> judgement) {
        Grounds grounds =
                Grounds.of(judgement.evidence() == null ? Map.of() : open.gate().restsOn(judgement.evidence()));
        String evidenceId = new EventLog(services.ledger())
                .append(open.event(judgement, grounds.hashes()), Actor.named(ACTOR))
                .entry()
                .evidenceId();
        unreadable.recorded(judgement, evidenceId);
    }

    private static void withdraw(OpenGate<ReviewEvidence> open, Ruling unknown) throws InterruptedException {
        try {
            String done = open.publish(unknown);
            LOGGER.log(Level.FINE, "{0}: {1}", new Object[] {unknown.change(), done});
        } catch (EvidenceUnavailable e) {
            // What keeps it from being judged most likely keeps this away too; the next look tries both again.
            LOGGER.log(
                    Level.INFO,
                    "An approval could not be looked at: {0}",
                    e.finding().what());
        }
    }

    /** Why it could not be judged, and when to look again. */
    private EvidenceUnavailable unavailable(Ruling ruling) {
        Instant retryAt = ruling.decision() instanceof Decision.Unknown unknown ? unknown.retryAt() : null;
        Duration pause =
                retryAt == null ? null : Duration.between(services.clock().instant(), retryAt);
        return new EvidenceUnavailable(ruling.explanation().allFindings().get(0), pause);
    }
}
