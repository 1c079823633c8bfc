package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.review.Deployments;
import java.util.List;
import java.util.Optional;

/** What was deployed, as the ledger tells it. */
public final class LedgerDeployments implements Deployments {
    private static final int AT_ONCE = 1000;

    private final EventLog log;

    /** @param ledger keeps the deploys */
    public LedgerDeployments(Ledger ledger) {
        this.log = new EventLog(ledger);
    }

    @Override
    public Optional<CommitId> lastDeployed(RepositoryId repository, String service, String environment)
            throws EvidenceUnavailable {
        try {
            Optional<Recorded<DeployEvent.Succeeded>> own =
                    log.newest(Kind.DEPLOY_SUCCEEDED, new Subject.OfTarget(service, environment));
            Optional<Recorded<DeployEvent.Succeeded>> last =
                    own.isPresent() ? own : ofAnyService(repository, environment);
            return last.map(succeeded -> new CommitId(succeeded.event().body().commit()));
        } catch (LedgerFailure | IllegalArgumentException e) {
            throw new EvidenceUnavailable(unreadable(service, environment, e), null, e);
        }
    }

    /** Only asked before the first deploy of a service, so it may look at every deploy. */
    private Optional<Recorded<DeployEvent.Succeeded>> ofAnyService(RepositoryId repository, String environment) {
        Recorded<DeployEvent.Succeeded> newest = null;
        long after = 0;
        List<Recorded<DeployEvent.Succeeded>> next;
        do {
            next = log.after(DeployEvent.Succeeded.class, after, AT_ONCE);
            for (Recorded<DeployEvent.Succeeded> succeeded : next) {
                newest = of(repository, environment, succeeded.event()) ? succeeded : newest;
                after = succeeded.sequence();
            }
        } while (next.size() == AT_ONCE);
        return Optional.ofNullable(newest);
    }

    private static boolean of(RepositoryId repository, String environment, DeployEvent.Succeeded deploy) {
        return repository.toString().equalsIgnoreCase(deploy.body().repository())
                && environment.equals(deploy.body().environment());
    }

    private static Finding unreadable(String service, String environment, RuntimeException why) {
        return new Finding(
                "ledger.unreadable",
                Message.of("ledger.unreadable.what.last-deployed", service, environment, Worded.of(why)),
                new Subject.OfTarget(service, environment).text(),
                null,
                Message.of("ledger.unreadable.next"));
    }
}
