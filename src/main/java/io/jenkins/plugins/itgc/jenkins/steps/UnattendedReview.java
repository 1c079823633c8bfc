package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.RulingBody;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;

/** A review of a pull request that no build asks for: judged, recorded and published as one that a build asked for. */
public final class UnattendedReview {
    private static final String ACTOR = "review bot";

    private final EnvironmentEntry environment;
    private final ReviewPolicy policy;
    private final String apiUri;
    private final GitHubCredentials credentials;

    private UnattendedReview(
            EnvironmentEntry environment, ReviewPolicy policy, String apiUri, GitHubCredentials credentials) {
        this.environment = environment;
        this.policy = policy;
        this.apiUri = apiUri;
        this.credentials = credentials;
    }

    /**
     * Reviews by the rules of an environment.
     *
     * @param environment its name; empty for the only one
     * @throws AbortException when the configuration is not complete; the message says what is missing
     */
    public static UnattendedReview in(String environment) throws AbortException {
        try {
            ItgcConfiguration configuration = ItgcConfiguration.get();
            EnvironmentEntry entry = configuration.environment(environment.isEmpty() ? null : environment);
            GitHubEntry gitHub = configuration.getGitHub();
            GitHubCredentials credentials =
                    GitHubCredentials.of(gitHub.getCredentialsId(), Keyring.ofController(), gitHub.getApiUri());
            return new UnattendedReview(entry, configuration.reviewPolicy(entry), gitHub.getApiUri(), credentials);
        } catch (InvalidPolicy e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** The code host, as the bot reaches it. */
    public GitHub gitHub() {
        return GitHubOfBuild.connect(apiUri, credentials);
    }

    /** @throws EvidenceUnavailable when it could not be judged or published now, and trying again may help */
    public void of(RepositoryId repository, int number) throws EvidenceUnavailable, InterruptedException, AbortException {
        SubjectOfBuild subject = new SubjectOfBuild(apiUri, credentials, repository, number, null, null);
        OpenReview open = OpenReview.of(
                subject, new OpenReview.Deploy(null, environment), policy, Keyring.ofController());
        Gate.Judgement<ReviewEvidence> judgement = open.gate().rule(ItgcServices.get().clock());
        if (judgement.evidence() == null) {
            throw new EvidenceUnavailable(
                    judgement.ruling().explanation().allFindings().get(0), null);
        }
        Grounds grounds = Grounds.of(open.gate().restsOn(judgement.evidence()));
        ItgcServices.get()
                .ledger()
                .append(RulingBody.draft(judgement, grounds, new RulingBody.Occasion(null, policy, ACTOR)));
        open.publish(judgement.ruling());
    }
}
