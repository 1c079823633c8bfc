package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.deploy.BypassSearch;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.ProbeEntry;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubCredentials;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubOfBuild;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;
import io.jenkins.plugins.itgc.jenkins.credentials.Probes;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at production now and then: which version really runs, and whether anybody deployed without the gates. What it finds
 * is recorded and shown; it stops nobody.
 */
@Extension
public class ProductionWatch extends ItemListener {
    /** Who asks, for the ledger. */
    static final Actor ASKER = Actor.named("production watch");

    private static final Logger LOGGER = Logger.getLogger(ProductionWatch.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int SEARCH_EVERY = 10;

    private int rounds;

    @Override
    public void onLoaded() {
        ItgcServices.get().regularly(EVERY, EVERY, this::round);
    }

    private void round() {
        try {
            probe();
            if (rounds++ % SEARCH_EVERY == 0) {
                search();
            }
        } catch (LedgerFailure e) {
            if (ItgcServices.get().hasEnded()) {
                return; // the next start goes on with it
            }
            LOGGER.log(Level.WARNING, "What runs in production could not be compared; it is tried again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "What runs in production could not be compared", e);
        }
    }

    /** Asks every service that is configured what runs. */
    public void probe() throws InterruptedException {
        for (EnvironmentEntry environment : ItgcConfiguration.get().getEnvironments()) {
            for (ProbeEntry probe : environment.getProbes()) {
                probe(new DeployTarget(probe.getService(), environment.getName()), probe);
            }
        }
    }

    private static void probe(DeployTarget target, ProbeEntry probe) throws InterruptedException {
        ItgcServices services = ItgcServices.get();
        try {
            String running = Probes.of(probe, Keyring.ofController()).running();
            services.runningVersions().observed(target, running, ASKER);
        } catch (EvidenceUnavailable e) {
            services.runningVersions().notObserved(target, e.finding());
        } catch (AbortException | InvalidPolicy e) {
            services.runningVersions()
                    .notObserved(target, Finding.of("deploy.probe", target.name(), null, Worded.of(e)));
        }
    }

    /** Looks for deployments on GitHub that no deploy through the gates made. */
    public void search() throws InterruptedException {
        Set<List<String>> looked = new HashSet<>();
        for (DeployNews current : ItgcServices.get().deploys().currents()) {
            if (looked.add(List.of(current.repository(), current.target().environment()))) {
                search(current);
            }
        }
    }

    private static void search(DeployNews current) throws InterruptedException {
        ItgcServices services = ItgcServices.get();
        String environment = current.target().environment();
        try {
            if (ItgcConfiguration.get().environment(environment).isWatchDeployments()) {
                new BypassSearch(services.deploys(), services.ledger())
                        .look(
                                gitHub(current).hostedDeployments(),
                                RepositoryId.parse(current.repository()),
                                environment,
                                ASKER);
            }
        } catch (EvidenceUnavailable e) {
            LOGGER.log(Level.INFO, "The deployments of {0} could not be looked through: {1} {2}", new Object[] {
                current.repository(), e.finding().what(), e.finding().next()
            });
        } catch (AbortException | InvalidPolicy e) {
            LOGGER.log(Level.WARNING, "The deployments of {0} cannot be looked through: {1}", new Object[] {
                current.repository(), e.getMessage()
            });
        }
    }

    /** With the credentials of the build that deployed last; when that is gone, with the controller's. */
    private static GitHub gitHub(DeployNews current) throws AbortException {
        Run<?, ?> build = Run.fromExternalizableId(current.build());
        if (build != null) {
            return GitHubOfBuild.connect(build);
        }
        GitHubEntry configured = ItgcConfiguration.get().getGitHub();
        String address = configured.getApiUri();
        return GitHubOfBuild.connect(
                address, GitHubCredentials.of(configured.getCredentialsId(), Keyring.ofController(), address));
    }
}
