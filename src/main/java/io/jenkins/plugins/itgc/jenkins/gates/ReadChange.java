package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.deploy.LedgerDeployments;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubOfBuild;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;
import io.jenkins.plugins.itgc.jenkins.credentials.TrackerConnections;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;

/**
 * How the change of a build is read from the systems it is in.
 *
 * @param gitHub the code host, with the credentials in use
 * @param request which change
 * @param reader reads it
 */
public record ReadChange(GitHub gitHub, ReviewRequest request, ReviewReader reader) {
    static ReadChange of(SubjectOfBuild subject, Destination deploy, ReviewPolicy policy, Keyring keyring)
            throws AbortException {
        ItgcServices services = ItgcServices.get();
        GitHub gitHub = GitHubOfBuild.connect(subject.apiUri(), subject.credentials());
        TicketTrackers tickets = TrackerConnections.of(policy, keyring);
        ReviewReader.Sources sources = new ReviewReader.Sources(
                gitHub.pullRequests(), gitHub.productionBranch(), tickets, new LedgerDeployments(services.ledger()));
        ReviewRequest request = new ReviewRequest(
                subject.repository(),
                subject.pullRequest(),
                subject.commit(),
                subject.hint(),
                deploy.service(),
                deploy.environment().getName());
        return new ReadChange(gitHub, request, new ReviewReader(sources, services.reads(), policy));
    }
}
