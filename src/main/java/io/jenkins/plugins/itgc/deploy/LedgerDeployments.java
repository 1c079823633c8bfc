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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

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
            Optional<Recorded<DeployEvent.Succeeded>> own = own(service, environment);
            return (own.isPresent() ? own : ofAnyService(repository, environment)).map(LedgerDeployments::commit);
        } catch (LedgerFailure | IllegalArgumentException e) {
            throw new EvidenceUnavailable(unreadable(service, environment, e), null, e);
        }
    }

    /**
     * The commit of the last deploy of a service that succeeded, whatever else of its repository was deployed. What another service
     * deployed says nothing of the databases of this one.
     *
     * @return empty when the service was never deployed there
     */
    public Optional<CommitId> lastDeployedItself(String service, String environment) throws EvidenceUnavailable {
        try {
            return own(service, environment).map(LedgerDeployments::commit);
        } catch (LedgerFailure | IllegalArgumentException e) {
            throw new EvidenceUnavailable(unreadable(service, environment, e), null, e);
        }
    }

    private Optional<Recorded<DeployEvent.Succeeded>> own(String service, String environment) {
        return log.newest(Kind.DEPLOY_SUCCEEDED, new Subject.OfTarget(service, environment));
    }

    private static CommitId commit(Recorded<DeployEvent.Succeeded> succeeded) {
        return new CommitId(succeeded.event().body().commit());
    }

    /**
     * Names of the services that were deployed from a repository to an environment. Looks at every deploy.
     *
     * @throws LedgerFailure when the ledger cannot be read
     */
    public Set<String> services(RepositoryId repository, String environment) {
        Set<String> services = new TreeSet<>();
        each(
                repository,
                environment,
                succeeded -> services.add(succeeded.event().body().service()));
        return services;
    }

    /** Only asked before the first deploy of a service, so it may look at every deploy. */
    private Optional<Recorded<DeployEvent.Succeeded>> ofAnyService(RepositoryId repository, String environment) {
        AtomicReference<Recorded<DeployEvent.Succeeded>> newest = new AtomicReference<>();
        each(repository, environment, newest::set);
        return Optional.ofNullable(newest.get());
    }

    /** In their order. */
    private void each(RepositoryId repository, String environment, Consumer<Recorded<DeployEvent.Succeeded>> consumer) {
        long after = 0;
        List<Recorded<DeployEvent.Succeeded>> next;
        do {
            next = log.after(DeployEvent.Succeeded.class, after, AT_ONCE);
            next.stream()
                    .filter(succeeded -> of(repository, environment, succeeded.event()))
                    .forEach(consumer);
            after = next.isEmpty() ? after : next.get(next.size() - 1).sequence();
        } while (next.size() == AT_ONCE);
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
