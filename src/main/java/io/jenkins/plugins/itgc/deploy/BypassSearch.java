package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.RunningVersionEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds deployments that the code host knows of and that no deploy through the gates made. Only those later than the first
 * deploy through the gates count: before it nobody had promised to use them.
 */
public final class BypassSearch {
    private final DeployRegister register;
    private final EventLog log;

    /**
     * @param register knows the deploys through the gates
     * @param ledger keeps what is found
     */
    public BypassSearch(DeployRegister register, Ledger ledger) {
        this.register = register;
        this.log = new EventLog(ledger);
    }

    /**
     * Looks through the deployments of a repository in an environment. What was found before is not recorded again.
     *
     * @param asker who asked, for the ledger
     * @return what was found for the first time
     */
    public List<HostedDeployment> look(HostedDeployments host, RepositoryId repository, String environment, Actor asker)
            throws EvidenceUnavailable, InterruptedException {
        Optional<DeployNews> first = register.firstOf(repository.toString(), environment);
        if (first.isEmpty()) {
            return List.of();
        }
        List<HostedDeployment> found = new ArrayList<>();
        for (HostedDeployment deployment :
                host.since(repository, environment, first.get().at())) {
            if (!ours(deployment, repository, environment) && record(deployment, repository, environment, asker)) {
                found.add(deployment);
            }
        }
        return found;
    }

    /** Whoever may write to the repository can write the name of a deploy into a deployment, so the ledger must know it. */
    private boolean ours(HostedDeployment deployment, RepositoryId repository, String environment) {
        return deployment.deploy() != null
                && register.begun(deployment.deploy())
                        .filter(news -> news.repository().equalsIgnoreCase(repository.toString())
                                && news.target().environment().equals(environment)
                                && news.commit().equals(deployment.commit()))
                        .isPresent();
    }

    private boolean record(HostedDeployment deployment, RepositoryId repository, String environment, Actor asker) {
        Subject.OfBypass subject = new Subject.OfBypass(
                null,
                new Subject.OfBypass.Hosted(
                        repository.toString(), deployment.commit(), String.valueOf(deployment.id()), environment));
        if (log.newest(Kind.BYPASS_FOUND, subject).isPresent()) {
            return false;
        }
        Message what = sentence(deployment, environment);
        RunningVersionEvent.Found found = new RunningVersionEvent.Found(
                null,
                environment,
                repository.toString(),
                deployment.commit(),
                null,
                null,
                what.english(),
                null,
                MessageBody.of(what));
        log.append(new RunningVersionEvent.Bypassed(subject, found), asker);
        return true;
    }

    private static Message sentence(HostedDeployment deployment, String environment) {
        String commit = deployment
                .commit()
                .substring(0, Math.min(10, deployment.commit().length()));
        Message creator = deployment.creator() == null
                ? Message.of("deploy.part.deleted-account")
                : Message.text(deployment.creator());
        return Message.of("deploy.bypass.hosted", creator, String.valueOf(deployment.id()), commit, environment);
    }
}
